/** A key press, as far as a scanner that types matters; a `KeyboardEvent` fits. */
export interface TypedKey {
  readonly key: string;
  /** Where the key is: a scanner types as on an American keyboard, whatever is set here. */
  readonly code: string;
  readonly shiftKey: boolean;
}

const DIGIT = /^(Digit|Numpad)(\d)$/;
const LETTER = /^Key([A-Z])$/;
const SHIFTED_DIGITS = ")!@#$%^&*(";
const OTHERS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ["-", "_"],
  Equal: ["=", "+"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Backslash: ["\\", "|"],
  Semicolon: [";", ":"],
  Quote: ["'", '"'],
  Comma: [",", "<"],
  Period: [".", ">"],
  Slash: ["/", "?"],
  Backquote: ["`", "~"],
  Space: [" ", " "],
  NumpadSubtract: ["-", "-"],
  NumpadDecimal: [".", "."],
};

/** The character that a scanner means by a key, capitals for letters; `null` for none. */
export function scannedCharacter({ key, code, shiftKey }: TypedKey): string | null {
  const letter = LETTER.exec(code)?.[1];
  if (letter !== undefined) return letter;
  const [, place, digit] = DIGIT.exec(code) ?? [];
  if (digit !== undefined)
    return shiftKey && place === "Digit" ? (SHIFTED_DIGITS[Number(digit)] ?? null) : digit;
  const other = OTHERS[code];
  if (other !== undefined) return shiftKey ? other[1] : other[0];
  return code === "" && key.length === 1 ? key : null;
}

/** Whether a code can begin so: with a letter, a digit, or what a scanner puts in front of it. */
export function mayBeginScan(character: string): boolean {
  return /^[A-Z0-9\]]$/i.test(character);
}
