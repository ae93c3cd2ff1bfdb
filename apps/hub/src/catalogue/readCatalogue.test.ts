import type { Catalogue } from "@luot/contract";
import { describe, expect, it } from "vitest";
import { faultLines, readCatalogue } from "./readCatalogue.ts";

const TODAY = "2026-11-24";
const ENTRY = {
  MATTHC: "1.001193.H56",
  TENTTHC: " Đăng ký khai sinh ",
  LINHVUCTHUCHIEN: [{ MALINHVUC: "G15-TP03", TENLINHVUC: "Hộ tịch" }],
  CACHTHUCTHUCHIEN: [
    {
      KENH: "1",
      THOIGIAN: [
        {
          THOIGIANGIAIQUYET: "3",
          DONVITINH: "Ngày làm việc",
          MOTA: "",
          PHILEPHI: [{ SOTIEN: "8.000", DONVI: "Đồng" }],
        },
      ],
    },
    { KENH: "2", THOIGIAN: [{ THOIGIANGIAIQUYET: "9", DONVITINH: "Ngày", PHILEPHI: null }] },
  ],
  THANHPHANHOSO: [
    { TRUONGHOP: "", GIAYTO: [{ TENGIAYTO: "Tờ khai" }, { TENGIAYTO: "Giấy  chứng sinh" }] },
    { TRUONGHOP: "Ủy quyền", GIAYTO: [{ TENGIAYTO: "Tờ khai" }] },
  ],
};

const known = (
  over: Partial<Catalogue["procedures"][number]>,
): Catalogue["procedures"][number] => ({
  code: "1.001193",
  name: "Thủ tục đăng ký khai sinh",
  serviceId: "ho-tich",
  field: "Hộ tịch",
  papers: [],
  fee: null,
  time: null,
  portal: null,
  isCommon: true,
  isDemo: false,
  ...over,
});
const STORED: Catalogue = { asOf: "2026-01-01", procedures: [known({})], synonyms: { a: "b" } };

function read(raw: unknown, stored: Catalogue | null = null) {
  return readCatalogue(raw, { serviceIds: new Set(["ho-tich"]), stored, today: TODAY });
}

/** What was made of one entry of a list of the exchange. */
function entry(over: object, stored: Catalogue | null = null) {
  const result = read({ service: "LayThuTuc", data: [{ ...ENTRY, ...over }] }, stored);
  if (!result.ok) throw new Error(faultLines(result.error));
  return result.value.procedures[0];
}

const desk = (times: readonly object[]) => ({ CACHTHUCTHUCHIEN: [{ KENH: "1", THOIGIAN: times }] });

describe("a list of procedures of the national exchange", () => {
  it("becomes a catalogue of today", () => {
    expect(read([ENTRY])).toEqual({
      ok: true,
      value: {
        asOf: TODAY,
        procedures: [
          {
            code: "1.001193.H56",
            name: "Đăng ký khai sinh",
            serviceId: null,
            field: "Hộ tịch",
            papers: ["Tờ khai", "Giấy chứng sinh"],
            fee: 8_000,
            time: { count: 3, unit: "working_day" },
            portal: "https://dichvucong.gov.vn/",
            isCommon: false,
            isDemo: false,
          },
        ],
        synonyms: {},
      },
    });
  });

  it("keeps lines, synonyms and what is asked for often from the catalogue before", () => {
    const result = read([ENTRY], STORED);
    expect(result).toMatchObject({ ok: true, value: { synonyms: { a: "b" } } });
    expect(entry({}, STORED)).toMatchObject({ serviceId: "ho-tich", isCommon: true });
    expect(entry({ MATTHC: "9.999999" }, STORED)).toMatchObject({
      serviceId: "ho-tich",
      isCommon: false,
    });
    const gone = { ...STORED, procedures: [known({ serviceId: "closed" })] };
    expect(entry({}, gone)).toMatchObject({ serviceId: null });
    expect(entry({ MATTHC: "9.999999", LINHVUCTHUCHIEN: null }, STORED)).toMatchObject({
      serviceId: null,
      field: null,
    });
  });

  it("says a time and a fee only where all desks say the same", () => {
    const hours = { THOIGIANGIAIQUYET: 8, DONVITINH: "Giờ" };
    expect(entry(desk([hours, hours]))).toMatchObject({ time: { count: 8, unit: "hour" } });
    expect(entry(desk([hours, { ...hours, THOIGIANGIAIQUYET: 4 }]))?.time).toBeNull();
    for (const odd of [{ DONVITINH: "Tuần trăng" }, { THOIGIANGIAIQUYET: "ngay" }, {}])
      expect(entry(desk([{ ...odd }]))?.time).toBeNull();
    const fees = (...list: readonly object[]) => desk([{ ...hours, PHILEPHI: list }]);
    expect(entry(fees({ SOTIEN: "0", DONVI: "" }))?.fee).toBe(0);
    expect(entry(fees({ SOTIEN: 1, DONVI: "VNĐ" }, { SOTIEN: 2, DONVI: "VNĐ" }))?.fee).toBeNull();
    expect(entry(fees({ SOTIEN: "5", DONVI: "Đồng/trang" }))?.fee).toBeNull();
  });

  it("is refused with entry and field", () => {
    const result = read({ data: [ENTRY, { ...ENTRY, TENTTHC: null }, { MATTHC: "x".repeat(41) }] });
    expect(result.ok).toBe(false);
    const paths = result.ok ? [] : result.error.map(({ path }) => path);
    expect(paths).toEqual(["data[1].TENTTHC", "data[2].MATTHC", "data[2].TENTTHC"]);
  });
});

describe("any other document", () => {
  it("is refused, with 50 faults at most", () => {
    for (const raw of [null, 7, "x", {}, { procedures: [] }]) expect(read(raw).ok).toBe(false);
    const many = { ...STORED, procedures: Array.from({ length: 99 }, () => known({ fee: -1 })) };
    const result = read(many);
    expect(result.ok ? 0 : result.error.length).toBe(50);
  });
});
