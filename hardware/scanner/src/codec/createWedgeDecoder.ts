import {
  type EndKey,
  type KeyboardScan,
  MAX_SCAN_BYTES,
  type ScanCounts,
  UNFINISHED_SCAN_MS,
} from "../Scan.ts";
import { KEY_BY_CODE } from "./keyLayout.ts";

/** One key that went down, as a window reports it. */
export interface WedgeKey {
  /** `KeyboardEvent.code`: the physical key, by its name on the US layout. Never the character. */
  readonly code: string;
  readonly shift: boolean;
  /** When, in milliseconds of a clock that never goes back. */
  readonly at: number;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly meta?: boolean;
  /** Whether the key is held and repeats: a scanner never holds one. */
  readonly repeat?: boolean;
}

export interface WedgeDecoderOptions {
  /** Code of the key the scanner sends first, such as `F13`. Without it timing decides. */
  readonly prefixKey?: string;
  /** Code of the key the scanner sends last, beside Enter, Tab and keypad Enter. */
  readonly suffixKey?: string;
}

/** Tells a scanner that types from a person who types. */
export interface WedgeDecoder {
  push(key: WedgeKey): KeyboardScan[];
  readonly counts: ScanCounts;
  /** Whether a prefix was seen and no end yet: only then may keys be kept from the page. */
  readonly isCapturing: boolean;
  /** Keys kept of an unfinished scan; never above 4,096. */
  readonly pendingKeys: number;
}

/** Fewer keys than this are a person's. */
const MIN_KEYS = 4;
const MAX_MEDIAN_GAP_MS = 35;
const MAX_GAP_MS = 80;
/** Keys that type nothing by themselves: modifiers, locks and function keys. */
const TYPES_NOTHING =
  /^(?:Shift|Control|Alt|Meta)(?:Left|Right)$|^(?:Caps|Num|Scroll)Lock$|^F\d{1,2}$/;

/** What was typed since the start of a scan. */
interface Typed {
  text: string;
  isSpoiled: boolean;
  readonly gapsMs: number[];
  lastAt: number;
}

/**
 * Makes a decoder for a scanner that types into the window.
 *
 * With a prefix key a scan is what comes between prefix and end. Without one it is at least 4
 * keys with a median gap of at most 35 ms and none above 80 ms, ended by Enter or Tab. Ctrl, Alt
 * or Meta with a key, and a gap in the middle, reject it up to its end or 1 s of silence.
 *
 * Caps Lock swaps case and is not undone here: compare ticket codes without case. A card with
 * letters outside ASCII cannot be typed at all: use HID POS.
 */
export function createWedgeDecoder(options?: WedgeDecoderOptions): WedgeDecoder {
  const prefixKey = options?.prefixKey ?? null;
  const counts = { ignored: 0, rejected: 0, incomplete: 0 };
  let typed: Typed | null = null;

  const spoil = (scan: Typed): void => {
    if (!scan.isSpoiled) counts.rejected++;
    Object.assign(scan, { text: "", isSpoiled: true });
  };
  /** Without a prefix, what stays unfinished is a person's typing and not a fault. */
  const drop = (): void => {
    if (typed !== null && !typed.isSpoiled) counts[prefixKey === null ? "ignored" : "incomplete"]++;
    typed = null;
  };
  const checkGap = (scan: Typed, gapMs: number): void => {
    if (gapMs >= UNFINISHED_SCAN_MS) return drop();
    // A prefix says "scanner", so shorter gaps of a busy machine are forgiven.
    if (prefixKey !== null || scan.isSpoiled || gapMs <= MAX_GAP_MS) return undefined;
    // What was fast and then stopped may be a scan that was held up: its tail is no code.
    return scan.gapsMs.some((gap) => gap <= MAX_MEDIAN_GAP_MS) ? spoil(scan) : drop();
  };
  const finish = (scan: Typed, end: EndKey): KeyboardScan[] => {
    typed = null;
    if (scan.isSpoiled) return [];
    const isScan = scan.text !== "" && (prefixKey !== null || hasScannerTiming(scan));
    if (isScan) return [{ text: scan.text, aim: "", end }];
    counts.ignored++;
    return [];
  };

  const push = (key: WedgeKey): KeyboardScan[] => {
    if (typed !== null) checkGap(typed, key.at - typed.lastAt);
    if (prefixKey !== null && key.code === prefixKey) {
      drop();
      typed = begin(key.at);
      return [];
    }
    if (typed === null && prefixKey !== null) return []; // typing that is none of ours
    const end = endOf(key.code, options?.suffixKey ?? null);
    if (end === null && TYPES_NOTHING.test(key.code)) return [];
    if (typed === null && end !== null) return [];
    const isFirst = typed === null;
    const scan: Typed = (typed ??= begin(key.at));
    if (!isFirst) scan.gapsMs.push(key.at - scan.lastAt);
    scan.lastAt = key.at;
    if (key.ctrl === true || key.alt === true || key.meta === true) spoil(scan);
    if (key.repeat === true || scan.text.length >= MAX_SCAN_BYTES) spoil(scan);
    if (end !== null) return finish(scan, end);
    const typedKey = KEY_BY_CODE.get(key.code);
    // A key that is none of the layout's was lost from the code, or is a person's.
    if (typedKey?.kind !== "character") spoil(scan);
    else if (!scan.isSpoiled) scan.text += key.shift ? typedKey.shifted : typedKey.plain;
    if (scan.isSpoiled) scan.gapsMs.length = 0; // nothing asks for them any more
    return [];
  };

  return {
    push,
    get counts() {
      return { ...counts };
    },
    get isCapturing() {
      return prefixKey !== null && typed !== null;
    },
    get pendingKeys() {
      return typed?.text.length ?? 0;
    },
  };
}

function begin(at: number): Typed {
  return { text: "", isSpoiled: false, gapsMs: [], lastAt: at };
}

function endOf(code: string, suffixKey: string | null): EndKey | null {
  if (code === suffixKey) return "Suffix";
  const key = KEY_BY_CODE.get(code);
  return key?.kind === "end" ? key.end : null;
}

function hasScannerTiming(scan: Typed): boolean {
  const gaps = scan.gapsMs.toSorted((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY;
  return scan.text.length >= MIN_KEYS && median <= MAX_MEDIAN_GAP_MS;
}
