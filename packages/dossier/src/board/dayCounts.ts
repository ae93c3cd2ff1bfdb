/** The sums of a board's day, by what is counted on it. */
export interface DayTotals {
  /** Received that day; a dossier that is only registered is not yet received. */
  readonly received: number;
  /** Results that came that day, by how they came. */
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  /** Refused, withdrawn or stopped that day. */
  readonly ended: number;
  /** Whose time ended that day. */
  readonly due: number;
  /** Of those, the ones resolved before or on time. */
  readonly dueKept: number;
  /** Open ones that are due that day. */
  readonly openDue: number;
  /** Open ones without a due time, on the day they were received. */
  readonly openNoDue: number;
  /** All that have this due day, whatever came of them. */
  readonly timeSet: number;
  /** Those that were both closed and past their due day for the first time that day. */
  readonly timeClosed: number;
}

/** What one dossier, or many, add to one day of one agency. */
export interface DayCount extends DayTotals {
  /** As the source wrote it. */
  readonly agencyCode: string | null;
  /** ISO date in the centre's time zone. */
  readonly day: string;
}

/** The names of the sums: columns of a table that keeps them. */
export const DAY_TOTALS = [
  "received",
  "early",
  "onTime",
  "late",
  "ended",
  "due",
  "dueKept",
  "openDue",
  "openNoDue",
  "timeSet",
  "timeClosed",
] as const satisfies readonly (keyof DayTotals)[];

/** Nothing counted. */
export const NO_TOTALS: DayTotals = {
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

/** Two sums as one. */
export function addTotals(a: DayTotals, b: DayTotals): DayTotals {
  return {
    received: a.received + b.received,
    early: a.early + b.early,
    onTime: a.onTime + b.onTime,
    late: a.late + b.late,
    ended: a.ended + b.ended,
    due: a.due + b.due,
    dueKept: a.dueKept + b.dueKept,
    openDue: a.openDue + b.openDue,
    openNoDue: a.openNoDue + b.openNoDue,
    timeSet: a.timeSet + b.timeSet,
    timeClosed: a.timeClosed + b.timeClosed,
  };
}
