import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import vectors from "./fixtures/vietqr.json" with { type: "json" };
import { buildVietQr, parseVietQr, type VietQr } from "./vietQr.ts";

const plain = (max: number): fc.Arbitrary<string> =>
  fc.stringMatching(/^[ -~]+$/, { size: "small" }).map((text) => text.slice(0, max));

describe("parseVietQr", () => {
  it.each(vectors.cases)("$id: $note", ({ payload, valid, fields }) => {
    expect(parseVietQr(payload)).toEqual(valid ? fields : null);
  });

  it.each(vectors.cases.filter(({ valid }) => valid))("$id is written back the same", (vector) => {
    const read = parseVietQr(vector.payload);
    expect(read && buildVietQr(read)).toBe(vector.payload);
  });

  const request: fc.Arbitrary<VietQr> = fc.record({
    method: fc.constantFrom("static", "dynamic"),
    bin: fc.stringMatching(/^\d{6}$/),
    account: fc.stringMatching(/^\d{6,19}$/),
    service: fc.constantFrom("QRIBFTTA", "QRIBFTTC", "QRPUSH"),
    currency: fc.constant("704"),
    amount: fc.option(fc.integer({ min: 0, max: 9_999_999_999 })),
    country: fc.constant("VN"),
    bill: fc.option(plain(20)),
    purpose: fc.option(plain(25)),
  });

  it("reads what buildVietQr writes, and nothing with one character changed", () => {
    fc.assert(
      fc.property(request, fc.nat(), (wanted, seed) => {
        const payload = buildVietQr(wanted);
        expect(parseVietQr(payload)).toEqual(wanted);
        const at = seed % payload.length;
        const other = payload[at] === "7" ? "8" : "7";
        expect(parseVietQr(payload.slice(0, at) + other + payload.slice(at + 1))).toBeNull();
      }),
    );
  });

  it("answers any text and refuses to write what does not fit", () => {
    fc.assert(fc.property(fc.string(), (text) => parseVietQr(text) === null));
    const good = parseVietQr(vectors.cases[4]?.payload ?? "");
    expect(() => good && buildVietQr({ ...good, purpose: "LỆ PHÍ" })).toThrow(/plain/);
    expect(() => good && buildVietQr({ ...good, account: "1".repeat(100) })).toThrow(/99/);
  });
});
