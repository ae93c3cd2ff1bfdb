/** Days that pass in seconds, all epoch ms: from one time to another, then at the usual speed. */
export interface FastPlan {
  /** When it begins, by the machine's clock. */
  readonly since: number;
  readonly from: number;
  readonly until: number;
  /** How many times as fast. */
  readonly factor: number;
}

/** What the clock of a plan shows. @param real the machine's clock, epoch ms */
export function fastNow({ since, from, until, factor }: FastPlan, real: number): number {
  const reachedAt = since + (until - from) / factor;
  if (real >= reachedAt) return Math.floor(until + (real - reachedAt));
  return Math.floor(from + Math.max(0, real - since) * factor);
}

/** The plan is handed to a process in this variable, as JSON. */
export const FAST_PLAN = "LUOT_FAST_PLAN";
