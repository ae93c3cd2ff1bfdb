import { describe, expect, it } from "vitest";
import { readRows } from "./readRows.ts";

const GOOD = {
  code: "H56.29-261105-0003",
  procedureName: "Đăng ký khai sinh",
  receivedAt: "2026-11-05T08:00:00+07:00",
  status: "4",
};
const CONTEXT = {
  mapping: "luot-json",
  at: Date.parse("2026-11-24T10:00:00+07:00"),
  extraCodes: [],
  firstRow: 1,
  clockAheadMs: 0,
} as const;
const TOO_LARGE = { row: 1, faults: [{ field: "record", reason: "too_large" }] };

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

describe("readRows", () => {
  it.each([
    ["of more names", Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`k${i}`, 1]))],
    ["of a longer list", { missing: Array.from({ length: 2_001 }, () => "a") }],
    ["nested deeper", { a: nested(20) }],
  ])("does not look into a record %s than a dossier has", (_, more) => {
    const [large, good] = readRows([{ ...GOOD, ...more }, GOOD], CONTEXT);
    expect(large).toEqual(TOO_LARGE);
    expect(good).toMatchObject({ row: 2, record: { code: GOOD.code } });
  });

  it("hands over what the register knows of a dossier, and nothing else of its record", () => {
    const [row] = readRows([{ ...GOOD, photo: "AAAA", "Số nhà": "12" }], CONTEXT);
    const [plain] = readRows([GOOD], CONTEXT);
    expect(row).toEqual(plain);
    expect(JSON.stringify(row)).not.toContain("AAAA");
  });
});
