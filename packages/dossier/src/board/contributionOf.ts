import { type DossierFacts, dueOf } from "../Dossier.ts";
import { closingOf, isDue, resolvedAs } from "../onTime.ts";
import { zoneClock } from "../zoneClock.ts";
import { type DayCount, type DayTotals, NO_TOTALS } from "./dayCounts.ts";

/**
 * What one dossier adds to the sums of days: at most one row for each of the days of its receipt,
 * closing, due time, and the later of the last two. Every number is 0 or 1, and no row is empty. A
 * board kept by adding the new rows of a changed dossier and taking its old ones away equals a full
 * recount. A dossier that is only registered (status 1) adds nothing: it is not received.
 *
 * @param timeZone IANA name
 */
export function contributionOf(dossier: DossierFacts, timeZone: string): readonly DayCount[] {
  if (dossier.status === "1") return [];
  const { dayOf } = zoneClock(timeZone);
  const rows = new Map<string, Record<keyof DayTotals, number>>();
  const count = (day: string, what: keyof DayTotals): void => {
    const row = rows.get(day) ?? { ...NO_TOTALS };
    row[what] = 1;
    rows.set(day, row);
  };

  const received = dayOf(dossier.receivedAt);
  const due = dueOf(dossier);
  const dueDay = due === null ? null : dayOf(due);
  const closing = closingOf(dossier);
  const resolution = resolvedAs(dossier, timeZone);
  count(received, "received");
  if (dueDay !== null) {
    // A dossier can't be overdue before it was received, whatever a source says.
    count(laterOf(dueDay, received), "timeSet");
    if (isDue(dossier)) count(dueDay, "due");
    if (resolution === "early" || resolution === "on_time") count(dueDay, "dueKept");
  }
  if (closing.kind === "open") {
    if (dueDay === null) count(received, "openNoDue");
    else count(laterOf(dueDay, received), "openDue");
  } else {
    // Closed before it was received: a wrong clock. It counts from its receipt on.
    const closed = laterOf(dayOf(closing.at), received);
    count(closed, resolution === null ? "ended" : COUNTED_AS[resolution]);
    if (dueDay !== null) count(laterOf(closed, dueDay), "timeClosed");
  }
  const { agencyCode } = dossier;
  return [...rows].map(([day, totals]) => ({ agencyCode, day, ...totals }));
}

const COUNTED_AS = { early: "early", on_time: "onTime", late: "late" } as const;

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
