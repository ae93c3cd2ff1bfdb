import { type WorkingDayCalendar, workingDaysBetween } from "@luot/domain";
import { type DossierFacts, dueOf } from "./Dossier.ts";
import { closingOf, isAfterDue } from "./onTime.ts";
import { zoneClock } from "./zoneClock.ts";

/** Còn hạn, sắp đến hạn, quá hạn. */
export type DossierLight = "on_time" | "due_soon" | "overdue";

/** One step of a dossier on its way. */
export interface TimelineStep {
  readonly step: "registered" | "received" | "processing" | "result" | "returned";
  /**
   * `blocked`: it waits here for the citizen, or went no further; what is `ahead` of an end
   * (refused, withdrawn, stopped) never comes.
   */
  readonly state: "done" | "now" | "blocked" | "ahead";
  /** When it was reached, epoch ms; `null` when it was not, or nobody said when. */
  readonly at: number | null;
}

/** Where a dossier stands, as a screen shows it. */
export interface Standing {
  /** `null` when nothing is due: no due time, or the work has ended. */
  readonly light: DossierLight | null;
  /**
   * Working days after today up to the due day: 0 on that day (and before it when only days off lie
   * between), below 0 since then. `null` as `light`.
   */
  readonly daysLeft: number | null;
  /** In order: four steps, or five when it is registered only or was refused. */
  readonly timeline: readonly TimelineStep[];
}

/** What a standing is judged by. */
export interface StandingRules {
  readonly calendar: WorkingDayCalendar;
  /** IANA name. */
  readonly timeZone: string;
  /** So many working days before its due day a dossier is "sắp đến hạn". */
  readonly dueSoonDays: number;
}

/**
 * Where a dossier stands at a moment. Overdue is compared to the minute: at 15:00:59 what is due at
 * 15:00 is not late (vietnam.md §14, §24).
 *
 * @param now epoch ms
 */
export function standingOf(dossier: DossierFacts, now: number, rules: StandingRules): Standing {
  const timeline = timelineOf(dossier);
  const due = dueOf(dossier);
  if (due === null || closingOf(dossier).kind !== "open")
    return { light: null, daysLeft: null, timeline };
  const { dayOf } = zoneClock(rules.timeZone);
  const daysLeft = workingDaysBetween(dayOf(now), dayOf(due), rules.calendar);
  return { light: lightOf(now, due, daysLeft, rules), daysLeft, timeline };
}

function lightOf(now: number, due: number, daysLeft: number, rules: StandingRules): DossierLight {
  if (isAfterDue(now, due)) return "overdue";
  return daysLeft <= rules.dueSoonDays ? "due_soon" : "on_time";
}

type Draft = readonly [TimelineStep["step"], TimelineStep["state"], number | null];

function timelineOf(dossier: DossierFacts): readonly TimelineStep[] {
  const isFinished =
    dossier.status === "9" ||
    dossier.status === "10" ||
    (dossier.status === null && closingOf(dossier).kind === "resolved");
  const drafts = isFinished ? withResult(dossier) : [...beforeResult(dossier), ...NOT_YET];
  return drafts.map(([step, state, at]) => ({ step, state, at }));
}

const NOT_YET: readonly Draft[] = [
  ["result", "ahead", null],
  ["returned", "ahead", null],
];

function beforeResult({ status, receivedAt, statusAt }: DossierFacts): readonly Draft[] {
  if (status === "1")
    return [
      ["registered", "now", receivedAt],
      ["received", "ahead", null],
      ["processing", "ahead", null],
    ];
  if (status === "3")
    return [
      ["registered", "done", receivedAt],
      ["received", "blocked", statusAt],
      ["processing", "ahead", null],
    ];
  if (status === "2" || status === null)
    return [
      ["received", "now", receivedAt],
      ["processing", "ahead", null],
    ];
  return [
    ["received", "done", receivedAt],
    ["processing", status === "4" ? "now" : "blocked", statusAt],
  ];
}

function withResult(dossier: DossierFacts): readonly Draft[] {
  const { status, receivedAt, finishedAt, returnedAt, statusAt } = dossier;
  const isReturned = status === "10" || (status === null && returnedAt !== null);
  // The time of the last status says when the last step was reached, and nothing of those before.
  const finished = finishedAt ?? (isReturned ? null : statusAt);
  return [
    ["received", "done", receivedAt],
    ["processing", "done", finished],
    ["result", isReturned ? "done" : "now", finished],
    isReturned ? ["returned", "done", returnedAt ?? statusAt] : ["returned", "ahead", null],
  ];
}
