import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decodeText.ts";

const NAME = "NGUYỄN THỊ DẤU VẾT 7391, đường số 5";

/** Windows-1258 of what the test needs: base letters, and tones as marks of their own. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const byLetter = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const whole = byLetter.get(letter);
    if (whole !== undefined) bytes.push(whole);
    else bytes.push(...toned(letter).map((part) => byLetter.get(part) ?? 0x3f));
  }
  return Uint8Array.from(bytes);
}

/** A letter with a tone: what is left without it, then the tone. */
function toned(letter: string): readonly string[] {
  const parts = letter.normalize("NFD");
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(parts)?.[0] ?? "";
  return [parts.replace(tone, "").normalize("NFC"), tone];
}

describe("decodeText", () => {
  it.each([
    ["utf-8", Buffer.from(NAME)],
    ["utf-8", Buffer.from(`\uFEFF${NAME}`)],
    ["utf-16le", Buffer.from(`\uFEFF${NAME}`, "utf16le")],
    ["utf-16be", Buffer.from(`\uFEFF${NAME}`, "utf16le").swap16()],
    ["windows-1258", windows1258(NAME)],
  ])("reads %s, without its mark", (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: NAME, encoding } });
  });

  it("composes letters that were written in parts", () => {
    const decoded = decodeText(Buffer.from(NAME.normalize("NFD")));
    expect(decoded.ok && decoded.value.text).toBe(NAME);
  });

  it("says that a text ends within a letter, whichever", () => {
    const bytes = Buffer.from(`${NAME} Ễ`);
    for (const cut of [1, 2])
      expect(decodeText(bytes.subarray(0, -cut))).toMatchObject({ error: { reason: "truncated" } });
  });

  it("reads no text with replacement characters: some bytes of another encoding are a fault", () => {
    const mixed = Buffer.concat([Buffer.from(NAME), windows1258("Ệ"), Buffer.from(NAME)]);
    expect(decodeText(mixed)).toMatchObject({ ok: false, error: { reason: "encoding" } });
  });

  it("takes nothing binary for a text", () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3);
    expect(decodeText(bytes)).toMatchObject({ ok: false, error: { reason: "not_text" } });
  });

  it("gives back every text that was written as UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const clean = text.replaceAll(/[\p{Cc}\uFEFF]/gu, "").normalize("NFC");
        const decoded = decodeText(Buffer.from(clean));
        expect(decoded.ok && decoded.value.text).toBe(clean);
      }),
    );
  });
});
