import { type DossierFacts, dueOf } from "../Dossier.ts";
import { closingOf, isDue, resolvedAs } from "../onTime.ts";
import { zoneClock } from "../zoneClock.ts";
import type { DayCount, DayTotals } from "./dayCounts.ts";

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
  const rows: Row[] = [];
  const count = (day: string, what: keyof DayTotals): void => {
    let row = rows.find((some) => some.day === day);
    if (row === undefined) rows.push((row = nothingOn(day, dossier.agencyCode)));
    row[what] = 1;
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
  return rows;
}

type Row = { -readonly [Name in keyof DayCount]: DayCount[Name] };

/** Written out: copying an object of zeros took an import longer than all it counts. */
function nothingOn(day: string, agencyCode: string | null): Row {
  return {
    agencyCode,
    day,
    received: 0,
    early: 0,
    onTime: 0,
    late: 0,
    ended: 0,
    due: 0,
    dueKept: 0,
    openDue: 0,
    openNoDue: 0,
    timeSet: 0,
    timeClosed: 0,
  };
}

const COUNTED_AS = { early: "early", on_time: "onTime", late: "late" } as const;

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
