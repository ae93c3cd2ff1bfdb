import { describe, expect, it } from "vitest";
import { type Scanned, scannedAs } from "./scanned.ts";

const AT = Date.UTC(2026, 0, 5, 2);
const CODE = "000.00.01.H26-260105-0001";
const seen = (text: string, extraCodes: readonly string[]): Scanned =>
  scannedAs({ text, aim: "]Q1", at: AT }, extraCodes);

describe("a scan", () => {
  it.each([
    [CODE, CODE],
    [`https://portal.example/tra-cuu?ma=${CODE}&ten=NGUYEN`, CODE],
    [`${CODE}|NGUYỄN THỊ DẤU VẾT 7391|001099000001`, CODE],
    ["hs-2026-04101", "HS-2026-04101"],
    ["  BN/0012 ", "BN/0012"],
  ])("of %s sends the hub %s and nothing else", (text, sent) => {
    expect(seen(text, [])).toEqual({ what: "code", text: sent });
  });

  it.each([
    "001099000001||NGUYEN VAN A|01011999|Nam|Ha Noi|01012021",
    "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA",
    "LUOT-PAIR:123456",
    "https://example.com/",
    "WIFI:S:nha;T:WPA;P:matkhau;;",
    "NGUYỄN VĂN A",
    "001099000001",
    "012345678",
    "A".repeat(65),
    "A",
    "",
  ])("sends the hub nothing of %s", (text) => {
    expect(seen(text, [])).toEqual({ what: "unknown" });
  });

  it("takes a number as long as an identity card's for a code only where the centre has such codes", () => {
    expect(seen("001099000001", ["HS-####", "############"])).toMatchObject({ what: "code" });
    expect(seen("001099000001", ["HS-####", "###########"])).toEqual({ what: "unknown" });
  });

  it("knows a ticket of this centre", () => {
    expect(seen("A".repeat(42), [])).toEqual({ what: "ticket" });
  });
});
