/** What a scanner read, as text that is well-formed but not yet trusted. */
export interface Scan {
  /** The decoded text. May hold anything a bar code can hold, personal data included. */
  readonly text: string;
  /** AIM symbology identifier such as `]C0` or `]Q1`; empty when the scanner told none. */
  readonly aim: string;
}

/** The key that ended a scan of a scanner in keyboard mode; `Suffix` is the one it was set to. */
export type EndKey = "Enter" | "KeypadEnter" | "Tab" | "Suffix";

/** A scan typed by a scanner in keyboard mode. Its `aim` is empty. */
export interface KeyboardScan extends Scan {
  readonly end: EndKey;
}

/** How much of what a decoder was given did not become a scan. Counts only grow. */
export interface ScanCounts {
  /** Reports or keys that are well-formed and no scan, such as a command reply. */
  readonly ignored: number;
  /** Reports that lie about themselves, and scans that are too long or not UTF-8. */
  readonly rejected: number;
  /** Scans that were begun and never ended, or lost a part on the way. */
  readonly incomplete: number;
}

/**
 * Why something that was scanned is not handed on.
 *
 * - `too_long`: more than 4,096 bytes.
 * - `invalid_utf8`: its bytes are not UTF-8.
 * - `empty`: nothing is left of it once control characters are gone.
 * - `device_information`: the scanner spoke of itself (`]X0`).
 * - `incomplete`: a part never came.
 * - `too_many`: more than 5 scans in a second.
 */
export type ScanRefusal =
  | "too_long"
  | "invalid_utf8"
  | "empty"
  | "device_information"
  | "incomplete"
  | "too_many";

/** What one message of a scanner came to, before its text is decoded or cleaned. */
export type ScanOutcome =
  | { readonly kind: "message"; readonly aim: string; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly aim: string; readonly reason: ScanRefusal };

/** The longest scan a driver hands on, in bytes of UTF-8; the largest QR holds 2,953. */
export const MAX_SCAN_BYTES = 4096;

/** How long a scan may stay unfinished before it is dropped, in milliseconds. */
export const UNFINISHED_SCAN_MS = 1000;
