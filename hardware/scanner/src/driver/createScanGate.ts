import type { Clock, Logger } from "@luot/kit";
import { cleanScan } from "../codec/cleanScan.ts";
import type { Scan, ScanOutcome } from "../Scan.ts";
import type { RefusedScan } from "../Scanner.ts";

export interface ScanGateOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly onScan: (scan: Scan) => void;
  readonly onRefused: (refused: RefusedScan) => void;
}

/** The last step of every driver: only what is clean, new and not too frequent goes on. */
export interface ScanGate {
  take(outcome: ScanOutcome): void;
}

/** The same code again within this time is one code held before the scanner. */
const REPEAT_MS = 1500;
const WINDOW_MS = 1000;
const MAX_IN_WINDOW = 5;

/**
 * Makes a gate: the same text is ignored for 1.5 s after it went on, and at most 5 scans and
 * 5 refusals go on in a second; a scan above that is refused as `too_many`.
 */
export function createScanGate(options: ScanGateOptions): ScanGate {
  const scans = createRecent();
  const refusals = createRecent();

  const refuse = (refused: RefusedScan): void => {
    const atMs = options.clock.monotonic();
    // A flood of refusals would be as bad as a flood of scans.
    if (refusals.since(atMs - WINDOW_MS).length >= MAX_IN_WINDOW) return;
    refusals.add({ atMs, text: "" });
    options.log.info("scan refused", { reason: refused.reason, aim: refused.aim });
    options.onRefused(refused);
  };

  const take = (outcome: ScanOutcome): void => {
    const { aim } = outcome;
    if (outcome.kind === "refused") return refuse({ reason: outcome.reason, aim });
    const cleaned = cleanScan(outcome);
    if (!cleaned.ok) return refuse({ reason: cleaned.error, aim });
    const scan = cleaned.value;
    const atMs = options.clock.monotonic();
    const isRepeat = scans.since(atMs - REPEAT_MS).some(({ text }) => text === scan.text);
    if (isRepeat) return undefined;
    if (scans.since(atMs - WINDOW_MS).length >= MAX_IN_WINDOW)
      return refuse({ reason: "too_many", aim });
    scans.add({ atMs, text: scan.text });
    return options.onScan(scan);
  };
  return { take };
}

interface Seen {
  readonly atMs: number;
  readonly text: string;
}

/** What went on lately. Bounded by the limits of the gate; forgets what is older than any asks. */
function createRecent(): { since(atMs: number): readonly Seen[]; add(seen: Seen): void } {
  let recent: Seen[] = [];
  return {
    since: (atMs) => recent.filter((seen) => seen.atMs > atMs),
    add: (seen) => {
      recent = [...recent.filter(({ atMs }) => atMs > seen.atMs - REPEAT_MS), seen];
    },
  };
}
