import { type DossierFacts, dueOf } from "./Dossier.ts";
import { zoneClock } from "./zoneClock.ts";

const MINUTE_MS = 60_000;

/** Whether work on a dossier goes on, brought a result, or ended without one; and since when. */
export type Closing =
  | { readonly kind: "open" }
  /** @property isKnown whether a source named the time; else it is the time of receipt */
  | { readonly kind: "resolved"; readonly at: number; readonly isKnown: boolean }
  | { readonly kind: "ended"; readonly at: number };

/** How a result came: on a day before the due day, by the due minute, or after it. */
export type Resolution = "early" | "on_time" | "late";

/** What the ratio of a board is divided by. */
export type RatioBase = "resolved" | "due";

/** A ratio with what it was made of, so that its denominator can be printed. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 to 1; `null` when there is nothing to divide by. */
  readonly ratio: number | null;
}

/** The counts a ratio is made of. */
export interface RatioCounts {
  readonly resolved: { readonly early: number; readonly onTime: number; readonly late: number };
  readonly due: number;
  readonly dueKept: number;
}

/**
 * Whether a dossier is closed. Refused, withdrawn and stopped ones are ended, whatever else is
 * written of them. Ready and returned ones are resolved, and so is every other whose work a source
 * says to be finished (a fee may still be due then). It was resolved when the work on it ended; a
 * source that does not name that time is asked for the time of return, of the status, of its record.
 */
export function closingOf(dossier: DossierFacts): Closing {
  const { status, receivedAt, finishedAt, returnedAt, statusAt, updatedAt } = dossier;
  if (status === "3" || status === "7" || status === "8")
    return { kind: "ended", at: statusAt ?? finishedAt ?? updatedAt ?? receivedAt };
  const isResolved =
    status === "9" || status === "10" || finishedAt !== null || returnedAt !== null;
  if (!isResolved) return { kind: "open" };
  const at = finishedAt ?? returnedAt ?? statusAt ?? updatedAt;
  return { kind: "resolved", at: at ?? receivedAt, isKnown: at !== null };
}

/**
 * How a dossier's result came (vietnam.md §24): early on a day before the due day, on time on the
 * due day up to the due minute (15:00:59 is 15:00), late after it. Without a due time nothing can be
 * late; without a known time of finishing nothing can be judged: both are on time.
 *
 * @returns `null` when there is no result
 */
export function resolvedAs(dossier: DossierFacts, timeZone: string): Resolution | null {
  const closing = closingOf(dossier);
  if (closing.kind !== "resolved") return null;
  const due = dueOf(dossier);
  if (due === null || !closing.isKnown) return "on_time";
  if (isAfterDue(closing.at, due)) return "late";
  const { dayOf } = zoneClock(timeZone);
  return dayOf(closing.at) < dayOf(due) ? "early" : "on_time";
}

/** Whether a moment lies after a due time, compared to the minute. Both in epoch ms. */
export function isAfterDue(at: number, due: number): boolean {
  return Math.floor(at / MINUTE_MS) > Math.floor(due / MINUTE_MS);
}

/**
 * Whether a dossier's due time counts among those that fell due: it has one, and did not end
 * (refused, withdrawn, stopped) before it.
 */
export function isDue(dossier: DossierFacts): boolean {
  const due = dueOf(dossier);
  if (due === null) return false;
  const closing = closingOf(dossier);
  return closing.kind !== "ended" || isAfterDue(closing.at, due);
}

/**
 * The share of results that came before or on time.
 *
 * @param base `resolved`: of all results of the period; `due`: of all whose time ended in it, the
 *   ones without a result included
 */
export function onTimeRatio(counts: RatioCounts, base: RatioBase): Ratio {
  const { early, onTime, late } = counts.resolved;
  const numerator = base === "resolved" ? early + onTime : counts.dueKept;
  const denominator = base === "resolved" ? early + onTime + late : counts.due;
  return { numerator, denominator, ratio: denominator === 0 ? null : numerator / denominator };
}
