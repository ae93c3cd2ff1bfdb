import type { EndKey } from "../Scan.ts";

/** What one key types on the US layout: without and with Shift, or the end of a scan. */
export type Key =
  | { readonly kind: "character"; readonly plain: string; readonly shifted: string }
  | { readonly kind: "end"; readonly end: EndKey };

type Row = readonly [usage: number, code: string, plain: string, shifted: string];

const LETTERS: readonly Row[] = Array.from("abcdefghijklmnopqrstuvwxyz", (letter, i) => [
  0x04 + i,
  `Key${letter.toUpperCase()}`,
  letter,
  letter.toUpperCase(),
]);
const DIGITS: readonly Row[] = Array.from("1234567890", (digit, i) => [
  0x1e + i,
  `Digit${digit}`,
  digit,
  "!@#$%^&*()"[i] ?? "",
]);
const SIGNS: readonly Row[] = [
  [0x2c, "Space", " ", " "],
  [0x2d, "Minus", "-", "_"],
  [0x2e, "Equal", "=", "+"],
  [0x2f, "BracketLeft", "[", "{"],
  [0x30, "BracketRight", "]", "}"],
  [0x31, "Backslash", "\\", "|"],
  [0x33, "Semicolon", ";", ":"],
  [0x34, "Quote", "'", '"'],
  [0x35, "Backquote", "`", "~"],
  [0x36, "Comma", ",", "<"],
  [0x37, "Period", ".", ">"],
  [0x38, "Slash", "/", "?"],
];
/** The keypad types the same with and without Shift: scanners use it with Num Lock on. */
const KEYPAD: readonly Row[] = [
  ...Array.from("1234567890", (digit, i): Row => [0x59 + i, `Numpad${digit}`, digit, digit]),
  [0x54, "NumpadDivide", "/", "/"],
  [0x55, "NumpadMultiply", "*", "*"],
  [0x56, "NumpadSubtract", "-", "-"],
  [0x57, "NumpadAdd", "+", "+"],
  [0x63, "NumpadDecimal", ".", "."],
];
const ENDS: readonly (readonly [usage: number, code: string, end: EndKey])[] = [
  [0x28, "Enter", "Enter"],
  [0x2b, "Tab", "Tab"],
  [0x58, "NumpadEnter", "KeypadEnter"],
];

const rows = [...LETTERS, ...DIGITS, ...SIGNS, ...KEYPAD];
const characterOf = ([, , plain, shifted]: Row): Key => ({ kind: "character", plain, shifted });

/** Keys by HID usage id on page 0x07. Source: USB HID Usage Tables, keyboard page. */
export const KEY_BY_USAGE: ReadonlyMap<number, Key> = new Map<number, Key>([
  ...rows.map((row) => [row[0], characterOf(row)] as const),
  ...ENDS.map(([usage, , end]) => [usage, { kind: "end", end }] as const),
]);

/**
 * Keys by `KeyboardEvent.code`, which names the physical key and not the character: an input
 * method for Vietnamese changes characters (`AS012` becomes `Á012`), never codes.
 * Source: UI Events KeyboardEvent code values.
 */
export const KEY_BY_CODE: ReadonlyMap<string, Key> = new Map<string, Key>([
  ...rows.map((row) => [row[1], characterOf(row)] as const),
  ...ENDS.map(([, code, end]) => [code, { kind: "end", end }] as const),
]);
