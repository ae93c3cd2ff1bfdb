import type { CallPolicy, Stream } from "./settings/CentreSettings.ts";
import type { ServiceTime } from "./state.ts";

/** A wait as it is told to people: a middle and a range, never one false exact figure. */
export interface WaitEstimate {
  readonly lowMs: number;
  readonly middleMs: number;
  readonly highMs: number;
}

/** Fewer visits than this say nothing; the service's expected time is used instead. */
const VISITS_NEEDED = 3;

/**
 * Estimates the wait of somebody with `ahead` people before them (EST-1): median time of the latest
 * visits × position ÷ open counters, with the quartiles as the range.
 *
 * @param ahead people who are called before, 0 or more
 * @param openCounters open counters that serve the service
 * @returns `null` when no counter is open: then nobody can say
 */
export function estimateWait(
  ahead: number,
  openCounters: number,
  times: readonly ServiceTime[],
  expectedServiceMs: number,
): WaitEstimate | null {
  if (openCounters <= 0) return null;
  const known = times.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number =>
    known.length < VISITS_NEEDED
      ? expectedServiceMs * (0.5 + share)
      : (known[Math.round(share * (known.length - 1))] ?? expectedServiceMs);
  return {
    lowMs: Math.round((at(0.25) * ahead) / openCounters),
    middleMs: Math.round((at(0.5) * (ahead + 1)) / openCounters),
    highMs: Math.round((at(0.75) * (ahead + 1)) / openCounters),
  };
}

/** How many of a service wait before somebody, by stream. */
export interface WaitingByStream {
  readonly priority: number;
  readonly normal: number;
}

/**
 * How many people are called before somebody of `stream` (EST-2). Strict: for the normal stream all
 * of the priority stream who wait now. Interleaved: of the other stream those that take turns.
 *
 * @param before people of each stream who stand before; for the other stream all who wait
 */
export function peopleAhead(
  before: WaitingByStream,
  stream: Stream,
  mode: CallPolicy["mode"],
): number {
  const { priority, normal } = before;
  if (mode.kind === "strict") return stream === "normal" ? priority + normal : priority;
  if (stream === "priority") return priority + Math.min(normal, mode.normals * (priority + 1));
  return normal + Math.min(priority, Math.floor(normal / mode.normals) + 1);
}
