import type { Scan, ScanCounts, ScanOutcome } from "../Scan.ts";
import { createReportChain } from "./createReportChain.ts";
import { decodeUtf8 } from "./decodeUtf8.ts";
import { HID_POS_PROFILES, type HidPosProfile, type HidPosProfileName } from "./hidPosProfiles.ts";

/** Turns the reports of one HID POS scanner into scans. */
export interface HidPosDecoder {
  /**
   * Takes one report, its id as byte 0, and gives the scans it completes: none or one.
   *
   * @param atMs when it came, in milliseconds of a clock that never goes back; without it the
   *   process clock is asked, so use one or the other throughout
   */
  push(report: Uint8Array, atMs?: number): Scan[];
  /** Counts a scan that is unfinished for 1 s as dropped, without waiting for the next report. */
  expire(atMs: number): void;
  readonly counts: ScanCounts;
  /** Bytes kept of an unfinished scan; never above 4,096. */
  readonly pendingBytes: number;
}

/**
 * Makes a decoder of HID POS reports (usage page 0x8C, usage 2) for one scanner.
 *
 * The text is strict UTF-8 without the suffix CR, LF or CRLF, and otherwise as it was scanned:
 * `cleanScan` makes it fit to hand on. What is ignored, rejected or unfinished yields no scan and
 * is counted; nothing throws, whatever the reports hold.
 *
 * @param profile a profile or its name; `generic` without it
 */
export function createHidPosDecoder(profile?: HidPosProfile | HidPosProfileName): HidPosDecoder {
  const chosen = typeof profile === "string" ? HID_POS_PROFILES[profile] : profile;
  const chain = createReportChain(chosen ?? HID_POS_PROFILES.generic);
  let rejected = 0;

  const scansOf = (outcome: ScanOutcome): Scan[] => {
    if (outcome.kind === "refused") return [];
    const text = decodeUtf8(outcome.bytes);
    if (text !== null) return [{ text, aim: outcome.aim }];
    rejected++;
    return [];
  };

  return {
    push: (report, atMs) => chain.push(report, atMs ?? performance.now()).flatMap(scansOf),
    expire: (atMs) => void chain.expire(atMs),
    get counts() {
      return { ...chain.counts, rejected: chain.counts.rejected + rejected };
    },
    get pendingBytes() {
      return chain.pendingBytes;
    },
  };
}
