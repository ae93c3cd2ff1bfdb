import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DossierRecord } from "../Dossier.ts";
import { vn } from "../testing/aDossier.ts";
import { BUILT_IN_MAPPINGS, DONG_BO_HO_SO_MC, LUOT_JSON, REGISTER_BOOK } from "./builtIn.ts";
import type { FieldFault, Mapping } from "./Mapping.ts";
import { createRecordReader, readRecord } from "./readRecord.ts";

const CONTEXT = { now: vn("2026-11-24 10:00"), extraCodes: ["HS-####-#####"] };
const NAME = "NGUYỄN THỊ DẤU VẾT 7391";

const HO_SO = {
  MaHoSo: "H56.29-261116-0003",
  MaTTHC: "1.001193",
  TenTTHC: "Thủ tục đăng ký khai sinh",
  MaLinhVuc: "G15-HT01",
  TenLinhVuc: "Hộ tịch",
  SoBienNhan: "BN-3",
  ChuHoSo: NAME,
  LoaiDoiTuong: "1",
  MaDoiTuong: "000060007391",
  SoDienThoai: "0100 007 391",
  NgayTiepNhan: "20261116083000",
  NgayHenTra: "20261125000000",
  TrangThaiHoSo: "5",
  NgayTra: "",
  ThongTinTra: "",
  HinhThuc: "0",
  NgayKetThucXuLy: "",
  DonViXuLy: "Ủy ban nhân dân phường Thử Nghiệm",
  DanhSachLePhi: [{ Gia: "30000" }, { Gia: "20.000 đ" }],
  DanhSachHoSoBoSung: [
    { NgayHenTraMoi: "20261201150000", DanhSachGiayToBoSung: [{ TenGiayTo: "Cũ" }] },
    {
      NgayHenTraMoi: "",
      DanhSachGiayToBoSung: [{ TenGiayTo: "Giấy chứng sinh" }, { TenGiayTo: `Đơn của ${NAME}` }],
    },
  ],
};

function read(raw: unknown, mapping: Mapping = DONG_BO_HO_SO_MC): DossierRecord {
  const result = readRecord(raw, mapping, CONTEXT);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function faults(raw: unknown, mapping: Mapping = DONG_BO_HO_SO_MC): readonly string[] {
  const result = readRecord(raw, mapping, CONTEXT);
  return result.ok
    ? []
    : result.error.map(({ field, path, reason }) => `${field} ${path} ${reason}`);
}

describe("a record of the exchange", () => {
  it("becomes a dossier", () => {
    expect(read(HO_SO)).toEqual({
      code: "H56.29-261116-0003",
      procedureCode: "1.001193",
      procedureName: "Thủ tục đăng ký khai sinh",
      field: "Hộ tịch",
      agencyCode: "H56.29",
      unit: "Ủy ban nhân dân phường Thử Nghiệm",
      holder: { name: NAME, kind: "citizen", phone: "0100 007 391", identity: "000060007391" },
      receivedAt: vn("2026-11-16 08:30"),
      // Midnight is no time of day: the end of the working day is meant.
      dueAt: vn("2026-11-25 17:00"),
      newDueAt: vn("2026-12-01 15:00"),
      reappointments: 1,
      finishedAt: null,
      returnedAt: null,
      status: "5",
      rawStatus: "5",
      statusAt: null,
      missing: ["Giấy chứng sinh", "Đơn của …"],
      fee: null,
      resultPlace: null,
      updatedAt: null,
    } satisfies DossierRecord);
  });

  it("shows missing papers only while they are asked for", () => {
    expect(read({ ...HO_SO, TrangThaiHoSo: "4" }).missing).toEqual([]);
  });

  it("falls back on the words of the wish for papers", () => {
    const supplement = { NoiDungBoSung: "Giấy chứng sinh; Tờ khai\nẢnh; Tờ khai" };
    expect(read({ ...HO_SO, DanhSachHoSoBoSung: [supplement] }).missing).toEqual([
      "Giấy chứng sinh",
      "Tờ khai",
      "Ảnh",
    ]);
  });

  it("knows of a fee only with a mark, or when it is asked for", () => {
    expect(read({ ...HO_SO, TrangThaiHoSo: "6" }).fee).toEqual({ amount: 50_000, isPaid: false });
    const paid = (...marks: readonly string[]): unknown =>
      read({
        ...HO_SO,
        DanhSachLePhi: marks.map((DaThanhToan) => ({ Gia: "30000", DaThanhToan })),
      }).fee;
    expect(paid("True")).toEqual({ amount: 30_000, isPaid: true });
    expect(paid("True", "False")).toEqual({ amount: 60_000, isPaid: false });
  });

  it("says where a result is handed out only while it waits there", () => {
    const place = { ...HO_SO, ThongTinTra: "Chi nhánh số 2, gọi 0100007391" };
    expect(read({ ...place, TrangThaiHoSo: "9" }).resultPlace).toBe("Chi nhánh số 2, gọi …");
    expect(read({ ...place, TrangThaiHoSo: "10" }).resultPlace).toBeNull();
  });

  it.each([
    ["99", null],
    ["04", "4"],
    [10, "10"],
    ["Đã xử lý xong", "9"],
    ["ĐÃ  XỬ LÝ XONG", "9"],
    ["Chờ trả BCCI", "9"],
  ])("reads the status %j as %s", (TrangThaiHoSo, status) => {
    const dossier = read({ ...HO_SO, TrangThaiHoSo });
    expect(dossier.status).toBe(status);
    expect(dossier.rawStatus).not.toBe("");
  });

  it("takes an agency's identifier from its field, else from the code", () => {
    expect(read({ ...HO_SO, DonViXuLy: "000.00.01.h56" })).toMatchObject({
      agencyCode: "000.00.01.H56",
      unit: null,
    });
    expect(read({ ...HO_SO, MaHoSo: "HS-2026-04101" }).agencyCode).toBeNull();
  });

  it("names a procedure by its code when it has no name", () => {
    expect(read({ ...HO_SO, TenTTHC: "" }).procedureName).toBe("1.001193");
  });

  it.each([
    [{ MaHoSo: "" }, "code MaHoSo missing"],
    [{ MaHoSo: "ZH56.29-250401-0003" }, "code MaHoSo not_a_code"],
    [{ MaHoSo: "của H56.29-250401-0003" }, "code MaHoSo not_a_code"],
    [{ MaHoSo: "H56".repeat(99) }, "code MaHoSo too_long"],
    [{ MaHoSo: { x: 1 } }, "code MaHoSo not_text"],
    [{ NgayTiepNhan: "" }, "receivedAt NgayTiepNhan missing"],
    [{ NgayTiepNhan: "20260230083000" }, "receivedAt NgayTiepNhan not_a_date"],
    [{ NgayTiepNhan: "19991231235959" }, "receivedAt NgayTiepNhan date_out_of_range"],
    [{ NgayHenTra: "20470101000000" }, "dueAt NgayHenTra date_out_of_range"],
    [{ NgayHenTra: "25/11/2026" }, "dueAt NgayHenTra not_a_date"],
    [{ TrangThaiHoSo: " " }, "status TrangThaiHoSo missing"],
    [{ TenTTHC: "", MaTTHC: "" }, "procedureName TenTTHC missing"],
    [{ MaTTHC: "1".repeat(65) }, "procedureCode MaTTHC too_long"],
    [{ LoaiDoiTuong: "7" }, "holderKind LoaiDoiTuong unknown_value"],
    [
      { DanhSachLePhi: [{ Gia: "1" }, { Gia: NAME }] },
      "feeAmount DanhSachLePhi[1].Gia not_a_number",
    ],
    [
      { DanhSachLePhi: [{ Gia: "9999999999999" }] },
      "feeAmount DanhSachLePhi[0].Gia number_out_of_range",
    ],
    [
      { DanhSachLePhi: [{ DaThanhToan: "ai biết" }] },
      "feePaid DanhSachLePhi[0].DaThanhToan unknown_value",
    ],
  ])("is refused at its field: %j", (change, expected) => {
    expect(faults({ ...HO_SO, ...change })).toEqual([expected]);
  });

  it("is told all its faults at once, and none of its values", () => {
    const wrong = { ...HO_SO, MaHoSo: NAME, NgayTiepNhan: NAME, NgayTra: NAME, LoaiDoiTuong: NAME };
    const result = readRecord(wrong, DONG_BO_HO_SO_MC, CONTEXT);
    expect(result.ok ? [] : result.error.map(({ field }) => field)).toEqual([
      "code",
      "receivedAt",
      "returnedAt",
      "holderKind",
    ]);
    expect(JSON.stringify(result)).not.toContain("7391");
  });

  it.each([[null], ["x"], [[]], [1], [undefined], [new Date(0)]])("is an object, not %j", (raw) => {
    expect(faults(raw)).toEqual(["record  not_an_object"]);
  });
});

describe("a row of the register book", () => {
  const ROW = {
    STT: 1,
    "Mã hồ sơ": "000.00.01.H56-261116-0012",
    "TÊN TTHC": "Chứng thực bản sao",
    "Tên tổ chức, cá nhân": NAME,
    "Địa chỉ/SĐT": "Số 5, đường Thử, 0100 007 391",
    "Cơ quan chủ trì giải quyết": "Sở Tư pháp",
    "Nhận hồ sơ": "16/11/2026 08:30",
    "Hẹn trả kết quả": new Date("2026-11-18T15:00:00Z"),
    "Trả kết quả": "",
  };

  it("becomes a dossier, its address left behind", () => {
    const dossier = read(ROW, REGISTER_BOOK);
    expect(dossier).toMatchObject({
      code: "000.00.01.H56-261116-0012",
      agencyCode: "000.00.01.H56",
      procedureName: "Chứng thực bản sao",
      receivedAt: vn("2026-11-16 08:30"),
      dueAt: vn("2026-11-18 15:00"),
      status: "4",
      rawStatus: "",
      holder: { name: NAME, phone: "0100 007 391", identity: null },
    });
    expect(JSON.stringify(dossier)).not.toContain("đường Thử");
  });

  it.each([
    [{ "Trả kết quả": "18/11/2026" }, "10"],
    [{ "Ngày có kết quả": "18/11/2026" }, "9"],
    [{ "Trạng thái": "Yêu cầu bổ sung" }, "5"],
    [{ "Trạng thái": "Lạ", "Trả kết quả": "18/11/2026" }, null],
  ])("has its status from the book, or from the dates: %j", (change, status) => {
    expect(read({ ...ROW, ...change }, REGISTER_BOOK).status).toBe(status);
  });
});

describe("a mapping of a centre's own", () => {
  const own: Mapping = {
    ...LUOT_JSON,
    fields: {
      ...LUOT_JSON.fields,
      resultPlace: { from: ["place"], values: { "tại trung tâm": "" } },
      procedureName: { from: ["name"], default: "Thủ tục khác" },
      dueAt: { from: ["due"], format: ["dd/MM/yyyy"], values: { "không hẹn": "" } },
    },
  };
  const raw = { code: "HS-2026-04101", receivedAt: "2026-11-16T08:30:00+07:00", status: "9" };

  it("can translate words, give defaults and formats, and let words stand for nothing", () => {
    expect(read({ ...raw, place: "Tại trung tâm", due: "Không hẹn" }, own)).toMatchObject({
      resultPlace: null,
      procedureName: "Thủ tục khác",
      dueAt: null,
    });
    expect(read({ ...raw, place: "Kho 2", due: "25/11/2026" }, own)).toMatchObject({
      resultPlace: "Kho 2",
      dueAt: vn("2026-11-25 17:00"),
    });
  });

  it("is refused when its time can't be read", () => {
    expect(() => createRecordReader({ ...own, dueTime: "5 giờ" }, CONTEXT)).toThrow(RangeError);
  });
});

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

describe("this product's own form", () => {
  it("brings a dossier back as it was", () => {
    const dossier: DossierRecord = {
      ...read({ ...HO_SO, TrangThaiHoSo: "6" }),
      missing: ["Giấy A", "Giấy B"],
      resultPlace: "Kho 2",
      statusAt: vn("2026-11-20 10:00"),
      updatedAt: vn("2026-11-20 10:01"),
      rawStatus: "6",
    };
    const raw = {
      ...dossier,
      receivedAt: iso(dossier.receivedAt),
      dueAt: iso(dossier.dueAt),
      newDueAt: iso(dossier.newDueAt),
      statusAt: iso(dossier.statusAt),
      updatedAt: iso(dossier.updatedAt),
    };
    expect(read(JSON.parse(JSON.stringify(raw)), LUOT_JSON)).toEqual(dossier);
  });
});

describe("any record", () => {
  const names = Object.values(BUILT_IN_MAPPINGS).flatMap(({ fields }) =>
    Object.values(fields).flatMap(({ from }) => from.map((path) => path.split(/[.[]/)[0] ?? path)),
  );
  const aRecord = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), {
    maxKeys: 12,
  });

  it("is answered, and a fault never carries a value", () => {
    const keys: readonly (keyof FieldFault)[] = ["field", "path", "reason"];
    const readers = Object.values(BUILT_IN_MAPPINGS).map((mapping) =>
      createRecordReader(mapping, CONTEXT),
    );
    fc.assert(
      fc.property(aRecord, (record) => {
        for (const reader of readers) {
          const result = reader(record);
          const all = result.ok ? [] : result.error;
          expect(all.every((one) => Object.keys(one).join() === keys.join())).toBe(true);
          expect(result.ok || all.length > 0).toBe(true);
        }
      }),
    );
  });
});
