const TONES: ReadonlyMap<string, number> = new Map([
  ["\u0300", 0xcc],
  ["\u0301", 0xec],
  ["\u0303", 0xde],
  ["\u0309", 0xd2],
  ["\u0323", 0xf2],
]);
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, at) => {
    const byte = 128 + at;
    return [new TextDecoder("windows-1258").decode(Uint8Array.of(byte)), byte] as const;
  }),
);
const QUESTION_MARK = 0x3f;

/**
 * Writes Vietnamese text as old office software does: a letter, then its tone as a byte of its own.
 * What the code page does not have becomes `?`.
 */
export function encodeWindows1258(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text.normalize("NFC")).flatMap(bytesOf));
}

function bytesOf(letter: string): readonly number[] {
  const code = letter.codePointAt(0) ?? QUESTION_MARK;
  if (code < 128) return [code];
  const whole = BYTES.get(letter);
  if (whole !== undefined) return [whole];
  const parts = Array.from(letter.normalize("NFD"));
  const tone = parts.find((part) => TONES.has(part));
  const base = parts
    .filter((part) => part !== tone)
    .join("")
    .normalize("NFC");
  if (tone === undefined) return [QUESTION_MARK];
  return [...bytesOf(base), TONES.get(tone) ?? QUESTION_MARK];
}
