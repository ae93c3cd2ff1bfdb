import {
  type EndKey,
  type KeyboardScan,
  MAX_SCAN_BYTES,
  type ScanCounts,
  UNFINISHED_SCAN_MS,
} from "../Scan.ts";
import { KEY_BY_USAGE } from "./keyLayout.ts";

export interface KeyboardDecoderOptions {
  /** Silence that drops an unfinished scan. 1,000 without it. */
  readonly unfinishedMs?: number;
}

/** Turns the raw reports of a scanner in keyboard mode into scans. */
export interface KeyboardDecoder {
  /**
   * Takes one boot keyboard report: 8 bytes of modifiers, reserved, six keys.
   *
   * @param atMs when it came, in milliseconds of a clock that never goes back; without it the
   *   process clock is asked, so use one or the other throughout
   */
  push(report: Uint8Array, atMs?: number): KeyboardScan[];
  readonly counts: ScanCounts;
  /** Characters kept of an unfinished scan; never above 4,096. */
  readonly pendingCharacters: number;
}

const REPORT_BYTES = 8;
const SHIFTS = 0x22;
const ROLL_OVER = 0x01;
const within = (usage: number, first: number, last: number): boolean =>
  usage >= first && usage <= last;
/** Caps, Scroll and Num Lock and the function keys F1–F24, which a scanner may send around a code. */
const typesNothing = (usage: number): boolean =>
  [0x39, 0x47, 0x53].includes(usage) || within(usage, 0x3a, 0x45) || within(usage, 0x68, 0x73);

/**
 * Makes a decoder for a scanner that is a keyboard with the US layout. Caps Lock is not followed:
 * it swaps case, so codes are compared without it.
 *
 * A key counts when it was not down in the report before. Ctrl, Alt or Meta with a key reject the
 * scan up to its end key: a bar code may hold such chords to reach the system behind the screen.
 * So does a key that types no character, such as an arrow; locks and function keys are ignored.
 */
export function createKeyboardDecoder(options?: KeyboardDecoderOptions): KeyboardDecoder {
  return new KeyboardReports(options?.unfinishedMs ?? UNFINISHED_SCAN_MS);
}

class KeyboardReports implements KeyboardDecoder {
  readonly #unfinishedMs: number;
  readonly #counts = { ignored: 0, rejected: 0, incomplete: 0 };
  #down: readonly number[] = [];
  #text = "";
  #isRejected = false;
  #lastAtMs = 0;

  constructor(unfinishedMs: number) {
    this.#unfinishedMs = unfinishedMs;
  }

  get counts(): ScanCounts {
    return { ...this.#counts };
  }

  get pendingCharacters(): number {
    return this.#text.length;
  }

  push(report: Uint8Array, atMs?: number): KeyboardScan[] {
    const keys = [...report.subarray(2)].filter((usage) => usage !== 0);
    const isShaped = report.length === REPORT_BYTES;
    if (!isShaped || keys.includes(ROLL_OVER)) {
      this.#counts[isShaped ? "ignored" : "rejected"]++;
      return [];
    }
    this.#expire(atMs ?? performance.now());
    const pressed = [...new Set(keys)].filter((usage) => !this.#down.includes(usage));
    this.#down = keys;
    return pressed.flatMap((usage) => this.#press(usage, report[0] ?? 0));
  }

  #expire(atMs: number): void {
    const isOver = atMs - this.#lastAtMs >= this.#unfinishedMs;
    this.#lastAtMs = atMs;
    if (!isOver) return;
    if (this.#text !== "") this.#counts.incomplete++;
    this.#clear();
  }

  #press(usage: number, modifiers: number): KeyboardScan[] {
    if ((modifiers & ~SHIFTS) !== 0) this.#reject();
    const key = KEY_BY_USAGE.get(usage);
    if (key?.kind === "end") return this.#end(key.end);
    if (key === undefined && typesNothing(usage)) this.#counts.ignored++;
    else if (key === undefined || this.#text.length >= MAX_SCAN_BYTES) this.#reject();
    else if (!this.#isRejected) this.#text += (modifiers & SHIFTS) === 0 ? key.plain : key.shifted;
    return [];
  }

  #end(end: EndKey): KeyboardScan[] {
    const text = this.#text;
    if (text === "" && !this.#isRejected) this.#counts.ignored++;
    this.#clear();
    return text === "" ? [] : [{ text, aim: "", end }];
  }

  #reject(): void {
    if (!this.#isRejected) this.#counts.rejected++;
    this.#text = "";
    this.#isRejected = true;
  }

  #clear(): void {
    this.#text = "";
    this.#isRejected = false;
  }
}
