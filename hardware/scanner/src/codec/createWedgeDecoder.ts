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
  return new TypedKeys(options?.prefixKey ?? null, options?.suffixKey ?? null);
}

class TypedKeys implements WedgeDecoder {
  readonly #prefixKey: string | null;
  readonly #suffixKey: string | null;
  readonly #counts = { ignored: 0, rejected: 0, incomplete: 0 };
  #typed: Typed | null = null;

  constructor(prefixKey: string | null, suffixKey: string | null) {
    this.#prefixKey = prefixKey;
    this.#suffixKey = suffixKey;
  }

  get counts(): ScanCounts {
    return { ...this.#counts };
  }

  get isCapturing(): boolean {
    return this.#prefixKey !== null && this.#typed !== null;
  }

  get pendingKeys(): number {
    return this.#typed?.text.length ?? 0;
  }

  push(key: WedgeKey): KeyboardScan[] {
    this.#checkGap(key.at);
    if (this.#prefixKey !== null && key.code === this.#prefixKey) {
      this.#drop();
      this.#typed = begin(key.at);
      return [];
    }
    const end = endOf(key.code, this.#suffixKey);
    const isNothing = end === null && TYPES_NOTHING.test(key.code);
    // Without a prefix any key that types may begin a scan; with one, none but the prefix.
    const canBegin = this.#prefixKey === null && end === null;
    if (isNothing || (this.#typed === null && !canBegin)) return [];
    const scan = this.#follow(key.at);
    if (key.ctrl === true || key.alt === true || key.meta === true) this.#spoil(scan);
    if (key.repeat === true || scan.text.length >= MAX_SCAN_BYTES) this.#spoil(scan);
    if (end !== null) return this.#finish(scan, end);
    this.#append(scan, key);
    return [];
  }

  #checkGap(at: number): void {
    if (this.#typed === null) return;
    const gapMs = at - this.#typed.lastAt;
    if (gapMs >= UNFINISHED_SCAN_MS) return this.#drop();
    // A prefix says "scanner", so shorter gaps of a busy machine are forgiven.
    if (this.#prefixKey !== null || this.#typed.isSpoiled || gapMs <= MAX_GAP_MS) return undefined;
    // What was fast and then stopped may be a scan that was held up: its tail is no code.
    const wasFast = this.#typed.gapsMs.some((gap) => gap <= MAX_MEDIAN_GAP_MS);
    return wasFast ? this.#spoil(this.#typed) : this.#drop();
  }

  /** @returns what is being typed, or what this key begins */
  #follow(at: number): Typed {
    if (this.#typed === null) this.#typed = begin(at);
    else this.#typed.gapsMs.push(at - this.#typed.lastAt);
    this.#typed.lastAt = at;
    return this.#typed;
  }

  #append(scan: Typed, { code, shift }: WedgeKey): void {
    const key = KEY_BY_CODE.get(code);
    // A key that is none of the layout's was lost from the code, or is a person's.
    if (key?.kind !== "character") this.#spoil(scan);
    else if (!scan.isSpoiled) scan.text += shift ? key.shifted : key.plain;
    if (scan.isSpoiled) scan.gapsMs.length = 0; // nothing asks for them any more
  }

  #finish(scan: Typed, end: EndKey): KeyboardScan[] {
    this.#typed = null;
    if (scan.isSpoiled) return [];
    const isScan = scan.text !== "" && (this.#prefixKey !== null || hasScannerTiming(scan));
    if (isScan) return [{ text: scan.text, aim: "", end }];
    this.#counts.ignored++;
    return [];
  }

  /** Without a prefix, what stays unfinished is a person's typing and not a fault. */
  #drop(): void {
    if (this.#typed !== null && !this.#typed.isSpoiled)
      this.#counts[this.#prefixKey === null ? "ignored" : "incomplete"]++;
    this.#typed = null;
  }

  #spoil(scan: Typed): void {
    if (!scan.isSpoiled) this.#counts.rejected++;
    scan.text = "";
    scan.isSpoiled = true;
  }
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
