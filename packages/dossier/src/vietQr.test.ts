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

  // Sums made by another program, over UTF-8.
  const START =
    "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN";

  it("sums the bytes of a name with diacritics", () => {
    expect(parseVietQr(`${START}5916PHƯỜNG HẠC THÀNH63043762`)?.account).toBe("0011012345678");
  });

  it("refuses a code that names two accounts, and a sum inside another field", () => {
    const second = "38570010A00000072701270006970403011300110123456790208QRIBFTTA";
    const twice = `${START.replace("5303704", `${second}5303704`)}63046458`;
    expect(parseVietQr(twice)).toBeNull();
    expect(parseVietQr(`${START}621208086304C327`)).toBeNull();
  });

  it("refuses a field that is cut inside another, although the sum is right", () => {
    expect(parseVietQr(`${START}62080899abcd63040EF5`)).toBeNull();
  });

  it("passes over fields that it does not know, up to the longest code", () => {
    const unknown = [80, 81, 82, 83, 84].map((id) => `${id}99${"x".repeat(99)}`);
    const longest = `${START}${unknown.slice(0, 4).join("")}63044653`;
    expect(longest).toHaveLength(506);
    expect(parseVietQr(longest)?.bin).toBe("970403");
    expect(parseVietQr(`${START}${unknown.join("")}6304F5E5`)).toBeNull();
  });

  it("answers any text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }).map((end) => `${START}${end}63041234`),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(parseVietQr(any)).toBeNull();
      }),
    );
    expect(parseVietQr(`${START}5901\uD80063041234`)).toBeNull();
  });

  it.each<[string, Partial<VietQr>, RegExp]>([
    ["a purpose with diacritics", { purpose: "LỆ PHÍ" }, /plain/],
    ["a purpose of 26 characters", { purpose: "x".repeat(26) }, /25/],
    ["an account that is too long", { account: "1".repeat(100) }, /99/],
    ["an empty bill number", { bill: "" }, /plain/],
    ["half a đồng", { amount: 0.5 }, /whole/],
    ["a debt", { amount: -1 }, /whole/],
    ["an amount of 22 digits", { amount: 1e21 }, /whole/],
    ["a bank of five digits", { bin: "97041" }, /BIN/],
  ])("refuses to write %s", (_, change, message) => {
    const good = parseVietQr(vectors.cases[4]?.payload ?? "");
    if (good === null) throw new Error("the vector was not read");
    expect(() => buildVietQr({ ...good, ...change })).toThrow(message);
  });
});
