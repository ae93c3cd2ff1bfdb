import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeFile } from "./decodeFile.ts";
import type { FileFault } from "./FileFault.ts";
import type { RawRow } from "./RawFile.ts";
import { aBomb, aSpreadsheet, aSpreadsheetWith } from "./testing/aSpreadsheet.ts";
import { unpackSpreadsheet } from "./unpackSpreadsheet.ts";

const WANTED = ["Mã hồ sơ", "Tên TTHC", "Nhận hồ sơ"];
const BOOK = readFileSync(join(import.meta.dirname, "../fixtures/register-book.xlsx"));

async function rowsOf(bytes: Uint8Array): Promise<readonly RawRow[]> {
  const decoded = await decodeFile(bytes, WANTED);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return [...decoded.value.rows()];
}

async function faultOf(bytes: Uint8Array | string): Promise<FileFault | null> {
  const decoded = await decodeFile(Buffer.from(bytes), WANTED);
  return decoded.ok ? null : decoded.error;
}

const lines = (separator: string): string =>
  [
    "SỔ THEO DÕI HỒ SƠ",
    WANTED.join(separator),
    ["(1)", "(2)", "(3)"].join(separator),
    ["H56.29-261102-0001", '"Đăng ký\nkhai sinh"', "02/11/2026 08:15"].join(separator),
    "",
    ["H56.29-261103-0002", '"Cấp ""bản sao"""', ""].join(separator),
  ].join("\r\n");

describe("decodeFile, a table of separated values", () => {
  it.each([",", ";", "\t"])("finds its headings below a title, separated by %j", async (by) => {
    expect(await rowsOf(Buffer.from(lines(by)))).toEqual([
      {
        row: 4,
        raw: {
          "Mã hồ sơ": "H56.29-261102-0001",
          "Tên TTHC": "Đăng ký\nkhai sinh",
          "Nhận hồ sơ": "02/11/2026 08:15",
        },
      },
      {
        row: 6,
        raw: {
          "Mã hồ sơ": "H56.29-261103-0002",
          "Tên TTHC": 'Cấp "bản sao"',
          "Nhận hồ sơ": "",
        },
      },
    ]);
  });

  it("knows a heading in other letters and spaces, and keeps unknown ones", async () => {
    const text = "MÃ HỒ SƠ , tên  TTHC,Nhận hồ sơ,Khác\na,b,c,d\n";
    const [first] = await rowsOf(Buffer.from(text));
    expect(first?.raw).toEqual({ "Mã hồ sơ": "a", "Tên TTHC": "b", "Nhận hồ sơ": "c", Khác: "d" });
  });

  it("has the name of no column in common with what objects have", async () => {
    const [first] = await rowsOf(Buffer.from("Mã hồ sơ,__proto__,constructor\na,b,c\n"));
    expect(Object.keys(first?.raw as object)).toEqual(["Mã hồ sơ", "__proto__", "constructor"]);
  });

  it("is broken by half a row, and says which", async () => {
    expect(await faultOf("Mã hồ sơ,Tên TTHC\na,b\nc\n")).toEqual({
      reason: "row_length",
      row: 3,
      field: null,
    });
  });

  it("is broken by a quote that never ends", async () => {
    expect(await faultOf('Mã hồ sơ,Tên TTHC\na,b\nc,"d\n')).toMatchObject({ reason: "truncated" });
  });

  it("says nothing of what it holds when it is broken", async () => {
    const fault = await faultOf('Mã hồ sơ,Tên TTHC\nDẤU VẾT 7391,"b"c\n');
    expect(fault).toMatchObject({ reason: "quotes" });
    expect(JSON.stringify(fault)).not.toContain("7391");
  });
});

describe("decodeFile, JSON", () => {
  it("reads a plain list, and one as the exchange wraps it", async () => {
    const list = [{ MaHoSo: "a" }, { MaHoSo: "b" }];
    const wrapped = { service: "DongBoHoSoMC", isUpdating: "True", data: list };
    const expected = list.map((raw, i) => ({ row: i + 1, raw }));
    expect(await rowsOf(Buffer.from(JSON.stringify(list)))).toEqual(expected);
    expect(await rowsOf(Buffer.from(JSON.stringify(wrapped)))).toEqual(expected);
  });

  it.each([
    ['[{"a":[{"b":1}]},{"a":"}{"},{"a":', { reason: "truncated", row: 3 }],
    ['{"service":"DongBoHoSoMC","data":[{"a":1},{"a":"cut', { reason: "truncated", row: 2 }],
    ['[{"a":1},]', { reason: "json_broken", row: null }],
    ['{"a":1}', { reason: "no_list", row: null }],
  ])("says where %s is broken", async (text, expected) => {
    expect(await faultOf(text)).toMatchObject(expected);
  });
});

describe("decodeFile, a spreadsheet", () => {
  it("reads the register book as it was saved, dates as serial numbers", async () => {
    const rows = await rowsOf(BOOK);
    expect(rows.map(({ row }) => row)).toEqual([5, 6]);
    expect(rows[0]?.raw).toMatchObject({
      "Mã hồ sơ": "H56.29-261102-0001",
      "Tên tổ chức cá nhân": "NGUYỄN THỊ DẤU VẾT 7391",
      "Nhận hồ sơ": 46_328.343_75,
      "Trả kết quả": null,
    });
  });

  it("is broken wherever it is cut off", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await faultOf(BOOK.subarray(0, Math.floor(BOOK.length * share)))).toMatchObject({
        reason: "truncated",
      });
  });

  it("is broken by damage within", async () => {
    const damaged = Buffer.from(BOOK);
    for (let i = 0; i < 400; i++) damaged[200 + i * 5] = i % 256;
    expect(await faultOf(damaged)).not.toBeNull();
  });

  it("stops unpacking a bomb at the bound, whatever it says of its size", () => {
    const bomb = aBomb("xl/worksheets/sheet1.xml", 5_000_000);
    expect(bomb.length).toBeLessThan(10_000);
    expect(unpackSpreadsheet(bomb, 1_000_000)).toMatchObject({
      ok: false,
      error: { reason: "unpacked_too_large" },
    });
  });

  it.each([
    '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>',
    '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>',
    "<row r='999999'/>",
    '<row x=">" r="2000000000"><c r="A1"><v>1</v></c></row>',
    '<x:row y:r="2000000000"><c r="A1"><v>1</v></c></x:row>',
    '<row r="&#50;000000000"><c r="A1"><v>1</v></c></row>',
  ])("is not filled up to a cell that lies far away: %s", async (sheet) => {
    expect(await faultOf(aSpreadsheet(sheet))).toMatchObject({ reason: "too_many_rows" });
  });

  it.each(["xl/evil/s.xml", "evil/s.xml", "xl/sharedStrings.xml"])(
    "has its bounds wherever its sheet lies: %s",
    async (path) => {
      const sheet = '<row r="600000"><c r="A600000"><v>1</v></c></row>';
      expect(await faultOf(aSpreadsheetWith(path, sheet))).toMatchObject({
        reason: "too_many_rows",
      });
    },
  );

  it.each(["<row ", "<row a", '<row "', "<row r='", "<!--", "<?", "<![CDATA[", "<c:"])(
    "is looked through in no time when it repeats %s without an end",
    async (part) => {
      const sheet = part.repeat(256 * 1024);
      expect(await faultOf(aSpreadsheet(sheet))).toMatchObject({ reason: "not_a_spreadsheet" });
    },
    2_000,
  );

  it.each([
    ["a comment", "<!--", "-->"],
    ["the text of a cell", '<row r="1"><c r="A1" t="str"><v>', "</v></c></row>"],
    ["what follows its cells", "", ""],
  ])(
    "is looked through in no time when %s is endless",
    async (_, opening, ending) => {
      const sheet = opening + " ".repeat(32 * 1024 * 1024) + ending;
      expect(await faultOf(aSpreadsheet(sheet))).toMatchObject({ reason: "not_a_spreadsheet" });
    },
    2_000,
  );

  it.each([
    ["an old spreadsheet", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "xls_not_supported"],
    ["another ZIP file", aBomb("readme.xml", 10), "not_a_spreadsheet"],
    ["nothing", new Uint8Array(), "empty"],
    ["a sheet without cells", aSpreadsheet(""), "empty"],
  ])("refuses %s", async (_, bytes, reason) => {
    expect(await faultOf(bytes)).toMatchObject({ reason });
  });
});
