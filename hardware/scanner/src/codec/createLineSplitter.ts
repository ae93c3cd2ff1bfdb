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
const AIM = /^\][A-Za-z][0-9A-Za-z]$/;

/**
 * Makes a splitter for one serial line. Empty lines are nothing, not scans; so CRLF needs no care.
 * A line that is too long is read to its end and refused once.
 */
export function createLineSplitter(options: LineSplitterOptions): LineSplitter {
  const { prefix, suffix } = options;
  const counts = { ignored: 0, rejected: 0, incomplete: 0 };
  const maxBytes = MAX_SCAN_BYTES + prefix.length + suffix.length + (options.hasAim ? 3 : 0);
  let line: number[] = [];
  let isTooLong = false;
  let lastAtMs = 0;

  const clear = (): void => {
    line = [];
    isTooLong = false;
  };
  const isPending = (): boolean => line.length > 0 || isTooLong;
  const drop = (): ScanOutcome[] => {
    if (!isPending()) return [];
    const reason = isTooLong ? "too_long" : "incomplete";
    counts[isTooLong ? "rejected" : "incomplete"]++;
    clear();
    return [{ kind: "refused", aim: "", reason }];
  };
  const expire = (atMs: number): ScanOutcome[] =>
    isPending() && atMs - lastAtMs >= options.interByteTimeoutMs ? drop() : [];

  /** @returns the line without its end, or `null` when this byte did not end it */
  const ended = (): number[] | null => {
    if (suffix.length > 0) return endsWith(line, suffix) ? line.slice(0, -suffix.length) : null;
    const last = line.at(-1);
    return last === CR || last === LF ? line.slice(0, -1) : null;
  };
  const take = (body: readonly number[]): ScanOutcome[] => {
    if (isTooLong) return drop();
    clear();
    if (body.length === 0) return [];
    if (prefix.some((byte, i) => body[i] !== byte)) {
      counts.ignored++;
      return [];
    }
    return [messageOf(body.slice(prefix.length), options.hasAim)];
  };

  const push = (bytes: Uint8Array, atMs: number): ScanOutcome[] => {
    const outcomes = expire(atMs);
    lastAtMs = atMs;
    for (const byte of bytes) {
      line.push(byte);
      const body = ended();
      if (body !== null) outcomes.push(...take(body));
      else if (line.length > maxBytes) {
        isTooLong = true;
        // Only what may become the suffix is kept of a line that is lost anyway.
        line = suffix.length > 1 ? line.slice(-(suffix.length - 1)) : [];
      }
    }
    return outcomes;
  };

  return {
    push,
    expire,
    reset: drop,
    get counts() {
      return { ...counts };
    },
    get pendingBytes() {
      return line.length;
    },
    get isPending() {
      return isPending();
    },
  };
}

function endsWith(line: readonly number[], suffix: Uint8Array): boolean {
  const from = line.length - suffix.length;
  return from >= 0 && suffix.every((byte, i) => line[from + i] === byte);
}

function messageOf(data: readonly number[], hasAim: boolean): ScanOutcome {
  const aim = hasAim ? String.fromCodePoint(...data.slice(0, 3)) : "";
  const bytes = Uint8Array.from(data);
  return AIM.test(aim)
    ? { kind: "message", aim, bytes: bytes.subarray(3) }
    : { kind: "message", aim: "", bytes };
}
