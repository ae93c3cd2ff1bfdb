import { MAX_SCAN_BYTES, type ScanCounts, type ScanOutcome, UNFINISHED_SCAN_MS } from "../Scan.ts";
import type { HidPosProfile } from "./hidPosProfiles.ts";
import { parseHidPosReport } from "./parseHidPosReport.ts";
import { stripLineEnd } from "./stripLineEnd.ts";

/** Joins the reports of a scanner to whole messages. */
export interface ReportChain {
  /** Takes one report that came at `atMs` (milliseconds of a clock that never goes back). */
  push(report: Uint8Array, atMs: number): ScanOutcome[];
  /** Drops a message that is unfinished for 1 s at `atMs`. */
  expire(atMs: number): ScanOutcome[];
  /** Drops whatever is unfinished, as after an unplug. */
  reset(): ScanOutcome[];
  readonly counts: ScanCounts;
  /** Bytes kept of an unfinished message; never above 4,096. */
  readonly pendingBytes: number;
  /** Whether a message was begun and not ended. */
  readonly isPending: boolean;
}

interface OpenChain {
  readonly aim: string;
  readonly bytes: number[];
  lastAtMs: number;
  /** Set when the message can no longer be whole: its rest is read, not kept. */
  spoiledBy: "too_long" | "incomplete" | null;
}

/**
 * Joins reports in **bytes**, because a letter may straddle two of them. A message that lost a
 * part, grew too long or stays unfinished is dropped whole: half a code is no code.
 */
export function createReportChain(profile: HidPosProfile): ReportChain {
  return new JoinedReports(profile);
}

class JoinedReports implements ReportChain {
  readonly #profile: HidPosProfile;
  readonly #counts = { ignored: 0, rejected: 0, incomplete: 0 };
  #open: OpenChain | null = null;

  constructor(profile: HidPosProfile) {
    this.#profile = profile;
  }

  get counts(): ScanCounts {
    return { ...this.#counts };
  }

  get pendingBytes(): number {
    return this.#open?.bytes.length ?? 0;
  }

  get isPending(): boolean {
    return this.#open !== null;
  }

  push(report: Uint8Array, atMs: number): ScanOutcome[] {
    const outcomes = this.expire(atMs);
    const part = parseHidPosReport(report, this.#profile);
    if (part.kind !== "data") {
      this.#counts[part.kind]++;
      // The bad report may have been a part of the message, so the rest of it is not trusted.
      if (part.kind === "rejected" && this.#open !== null) this.#open.spoiledBy ??= "incomplete";
      return outcomes;
    }
    // All parts of a message carry one AIM id: another one means that the end was lost.
    if (this.#open !== null && this.#open.aim !== part.aim) outcomes.push(...this.reset());
    this.#open ??= { aim: part.aim, bytes: [], lastAtMs: atMs, spoiledBy: null };
    this.#open.lastAtMs = atMs;
    append(this.#open, part.data);
    if (!part.isContinued) outcomes.push(this.#end(this.#open));
    return outcomes;
  }

  expire(atMs: number): ScanOutcome[] {
    const isOver = this.#open !== null && atMs - this.#open.lastAtMs >= UNFINISHED_SCAN_MS;
    return isOver ? this.reset() : [];
  }

  reset(): ScanOutcome[] {
    if (this.#open === null) return [];
    const { aim, spoiledBy } = this.#open;
    this.#open = null;
    return [this.#refuse(aim, spoiledBy ?? "incomplete")];
  }

  #end(chain: OpenChain): ScanOutcome {
    this.#open = null;
    if (chain.spoiledBy !== null) return this.#refuse(chain.aim, chain.spoiledBy);
    const bytes = stripLineEnd(Uint8Array.from(chain.bytes));
    return { kind: "message", aim: chain.aim, bytes };
  }

  #refuse(aim: string, reason: "too_long" | "incomplete"): ScanOutcome {
    this.#counts[reason === "too_long" ? "rejected" : "incomplete"]++;
    return { kind: "refused", aim, reason };
  }
}

function append(chain: OpenChain, data: Uint8Array): void {
  if (chain.spoiledBy === null && chain.bytes.length + data.length > MAX_SCAN_BYTES)
    chain.spoiledBy = "too_long";
  if (chain.spoiledBy === null) chain.bytes.push(...data);
  else chain.bytes.length = 0;
}
