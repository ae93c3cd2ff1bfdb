import { type KeyboardScan, MAX_SCAN_BYTES, type ScanCounts, UNFINISHED_SCAN_MS } from "../Scan.ts";
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
  const unfinishedMs = options?.unfinishedMs ?? UNFINISHED_SCAN_MS;
  const counts = { ignored: 0, rejected: 0, incomplete: 0 };
  let down: readonly number[] = [];
  let text = "";
  let isRejected = false;
  let lastAtMs = 0;

  const clear = (): void => {
    text = "";
    isRejected = false;
  };
  const reject = (): void => {
    if (!isRejected) counts.rejected++;
    text = "";
    isRejected = true;
  };
  const expire = (atMs: number): void => {
    if (atMs - lastAtMs < unfinishedMs) return;
    if (text !== "") counts.incomplete++;
    clear();
  };

  const press = (usage: number, modifiers: number): KeyboardScan[] => {
    if ((modifiers & ~SHIFTS) !== 0) reject();
    const key = KEY_BY_USAGE.get(usage);
    if (key?.kind === "end") {
      const scans = text === "" ? [] : [{ text, aim: "", end: key.end }];
      if (text === "" && !isRejected) counts.ignored++;
      clear();
      return scans;
    }
    if (key === undefined && typesNothing(usage)) counts.ignored++;
    else if (key === undefined || text.length >= MAX_SCAN_BYTES) reject();
    else if (!isRejected) text += (modifiers & SHIFTS) === 0 ? key.plain : key.shifted;
    return [];
  };

  const push = (report: Uint8Array, atMs: number): KeyboardScan[] => {
    if (report.length !== REPORT_BYTES) {
      counts.rejected++;
      return [];
    }
    const keys = [...report.subarray(2)].filter((usage) => usage !== 0);
    if (keys.includes(ROLL_OVER)) {
      counts.ignored++;
      return [];
    }
    expire(atMs);
    lastAtMs = atMs;
    const pressed = [...new Set(keys)].filter((usage) => !down.includes(usage));
    down = keys;
    return pressed.flatMap((usage) => press(usage, report[0] ?? 0));
  };

  return {
    push: (report, atMs) => push(report, atMs ?? performance.now()),
    get counts() {
      return { ...counts };
    },
    get pendingCharacters() {
      return text.length;
    },
  };
}
