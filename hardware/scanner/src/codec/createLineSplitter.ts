import { MAX_SCAN_BYTES, type ScanCounts, type ScanOutcome } from "../Scan.ts";

export interface LineSplitterOptions {
  /** Bytes the scanner is set to send before each scan; empty for none. */
  readonly prefix: Uint8Array;
  /** Bytes the scanner is set to send after each scan; empty for CR, LF or CRLF. */
  readonly suffix: Uint8Array;
  /** A gap in the middle of a scan that says its end was lost; 1,000 is ample. */
  readonly interByteTimeoutMs: number;
  /** Whether the scanner is set to send the AIM id before the data. */
  readonly hasAim: boolean;
}

/** Cuts the bytes of a serial scanner into scans. */
export interface LineSplitter {
  /** Takes bytes that came at `atMs` (milliseconds of a clock that never goes back). */
  push(bytes: Uint8Array, atMs: number): ScanOutcome[];
  /** Drops an unfinished scan whose last byte is older than the timeout at `atMs`. */
  expire(atMs: number): ScanOutcome[];
  /** Drops whatever is unfinished, as after an unplug. */
  reset(): ScanOutcome[];
  readonly counts: ScanCounts;
  /** Bytes kept of an unfinished scan; bounded by 4,096 and the prefix and suffix. */
  readonly pendingBytes: number;
  /** Whether a scan was begun and not ended. */
  readonly isPending: boolean;
}

const CR = 0x0d;
const LF = 0x0a;
const AIM_BYTES = 3;
const AIM = /^\][A-Za-z][0-9A-Za-z]$/;

/**
 * Makes a splitter for one serial line. Empty lines are nothing, not scans; so CRLF needs no care.
 * A line that is too long is read to its end and refused once.
 */
export function createLineSplitter(options: LineSplitterOptions): LineSplitter {
  return new SplitLine(options);
}

class SplitLine implements LineSplitter {
  readonly #options: LineSplitterOptions;
  readonly #maxBytes: number;
  readonly #counts = { ignored: 0, rejected: 0, incomplete: 0 };
  #line: number[] = [];
  #isTooLong = false;
  #lastAtMs = 0;

  constructor(options: LineSplitterOptions) {
    const { prefix, suffix, hasAim } = options;
    this.#options = options;
    this.#maxBytes = MAX_SCAN_BYTES + prefix.length + suffix.length + (hasAim ? AIM_BYTES : 0);
  }

  get counts(): ScanCounts {
    return { ...this.#counts };
  }

  get pendingBytes(): number {
    return this.#line.length;
  }

  get isPending(): boolean {
    return this.#line.length > 0 || this.#isTooLong;
  }

  push(bytes: Uint8Array, atMs: number): ScanOutcome[] {
    const outcomes = this.expire(atMs);
    this.#lastAtMs = atMs;
    for (const byte of bytes) {
      this.#line.push(byte);
      const body = this.#endedLine();
      if (body !== null) outcomes.push(...this.#take(body));
      else if (this.#line.length > this.#maxBytes) this.#giveUp();
    }
    return outcomes;
  }

  expire(atMs: number): ScanOutcome[] {
    return atMs - this.#lastAtMs >= this.#options.interByteTimeoutMs ? this.reset() : [];
  }

  reset(): ScanOutcome[] {
    if (!this.isPending) return [];
    const reason = this.#isTooLong ? "too_long" : "incomplete";
    this.#counts[this.#isTooLong ? "rejected" : "incomplete"]++;
    this.#clear();
    return [{ kind: "refused", aim: "", reason }];
  }

  /** @returns the line without its end, or `null` when the last byte did not end it */
  #endedLine(): number[] | null {
    const { suffix } = this.#options;
    if (suffix.length > 0)
      return endsWith(this.#line, suffix) ? this.#line.slice(0, -suffix.length) : null;
    const last = this.#line.at(-1);
    return last === CR || last === LF ? this.#line.slice(0, -1) : null;
  }

  #take(body: readonly number[]): ScanOutcome[] {
    if (this.#isTooLong) return this.reset();
    this.#clear();
    if (body.length === 0) return [];
    const { prefix, hasAim } = this.#options;
    if (prefix.every((byte, i) => body[i] === byte))
      return [messageOf(body.slice(prefix.length), hasAim)];
    this.#counts.ignored++;
    return [];
  }

  /** Keeps of a line that is lost anyway only what may become its suffix. */
  #giveUp(): void {
    const kept = this.#options.suffix.length - 1;
    this.#isTooLong = true;
    this.#line = kept > 0 ? this.#line.slice(-kept) : [];
  }

  #clear(): void {
    this.#line = [];
    this.#isTooLong = false;
  }
}

function endsWith(line: readonly number[], suffix: Uint8Array): boolean {
  const from = line.length - suffix.length;
  return from >= 0 && suffix.every((byte, i) => line[from + i] === byte);
}

function messageOf(data: readonly number[], hasAim: boolean): ScanOutcome {
  const aim = hasAim ? String.fromCodePoint(...data.slice(0, AIM_BYTES)) : "";
  const bytes = Uint8Array.from(data);
  return AIM.test(aim)
    ? { kind: "message", aim, bytes: bytes.subarray(AIM_BYTES) }
    : { kind: "message", aim: "", bytes };
}
