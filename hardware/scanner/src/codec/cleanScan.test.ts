import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanScan } from "./cleanScan.ts";

const text = (raw: string, aim: string) => cleanScan({ text: raw, aim });
const bytes = (raw: readonly number[]) => cleanScan({ bytes: Uint8Array.from(raw), aim: "]Q1" });
const clean = (expected: string, aim: string) => ({ ok: true, value: { text: expected, aim } });
const refused = (error: string) => ({ ok: false, error });

describe("cleaning a scan", () => {
  it("drops C0, DEL and C1", () => {
    expect(text("A\u0000\u000f0\u001b[2J1\u007f\u0085\u009b2", "]C0")).toEqual(
      clean("A0[2J12", "]C0"),
    );
  });

  it.each(["]C1", "]d2", "]Q3", "]e0"])("keeps the group separator under %s", (aim) => {
    expect(text("01\u001d10\u001e", aim)).toEqual(clean("01\u001d10", aim));
  });

  it.each(["]C0", "]Q1", "]d1", ""])("drops the group separator under '%s'", (aim) => {
    expect(text("01\u001d10", aim)).toEqual(clean("0110", aim));
  });

  it("composes letters, so that equal codes are equal texts", () => {
    expect(text("Tie\u0302\u0301ng", "]Q1")).toEqual(clean("Tiếng", "]Q1"));
  });

  it("takes a leading byte order mark off and keeps spaces", () => {
    expect(text("\uFEFF A 12 ", "]Q1")).toEqual(clean(" A 12 ", "]Q1"));
  });

  it.each([
    ["nothing", ""],
    ["control characters", "\r\n\u0000"],
    ["spaces", "   "],
  ])("refuses a scan of %s as empty", (_name, raw) => {
    expect(text(raw, "]C0")).toEqual(refused("empty"));
  });

  it("refuses a scan of group separators alone as empty", () => {
    expect(text("\u001d\u001d", "]C1")).toEqual(refused("empty"));
  });

  it("refuses what the scanner says of itself", () => {
    expect(text("Product Name: X", "]X0")).toEqual(refused("device_information"));
  });

  it("refuses bytes that are not UTF-8, overlong forms, surrogates and half pairs", () => {
    expect(bytes([0xc3, 0x28])).toEqual(refused("invalid_utf8"));
    expect(bytes([0xc0, 0xaf])).toEqual(refused("invalid_utf8"));
    expect(bytes([0xed, 0xa0, 0x80])).toEqual(refused("invalid_utf8"));
    expect(text("A\ud800", "]Q1")).toEqual(refused("invalid_utf8"));
  });

  it("takes 4,096 bytes and not 4,097, counted in bytes", () => {
    expect(text("x".repeat(4096), "]Q1").ok).toBe(true);
    expect(text("x".repeat(4097), "]Q1")).toEqual(refused("too_long"));
    expect(text("ế".repeat(1366), "]Q1")).toEqual(refused("too_long"));
    expect(cleanScan({ bytes: new Uint8Array(4097).fill(65), aim: "" })).toEqual(
      refused("too_long"),
    );
  });

  it("refuses a text that grows too long when it is composed", () => {
    expect(text("\u0958".repeat(1300), "]Q1")).toEqual(refused("too_long")); // 3 bytes become 6
  });

  // A second byte order mark becomes a leading one when the first is gone.
  const texts = fc.string({ unit: "binary" }).filter((raw) => !raw.includes("\uFEFF\uFEFF"));
  it("never lets a control character through, and changes nothing the second time", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("]C0", "]C1", ""), (raw, aim) => {
        const once = text(raw, aim);
        if (!once.ok) return;
        const bare = aim === "]C1" ? once.value.text.replaceAll("\u001d", "") : once.value.text;
        expect(bare).not.toMatch(/\p{Cc}/u);
        expect(text(once.value.text, aim)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});
