import type { AgencyIndex } from "../agencies.ts";
import type { BoardPeriod } from "./periodOf.ts";
import { type BoardCounts, type BoardSums, sumBoard } from "./sumBoard.ts";

/** The sums of one agency identifier, as a store groups them. */
export interface AgencySums extends BoardSums {
  /** As the source wrote it; `null` for dossiers that name none. */
  readonly agencyCode: string | null;
}

/** The numbers of a board, in total and by agency. */
export interface BoardFigures {
  readonly total: BoardCounts;
  /** In the order given; last `null` for all other agencies together, when they have any dossier. */
  readonly agencies: readonly { readonly agencyId: string | null; readonly counts: BoardCounts }[];
}

/** What a board is made for. */
export interface BoardFrame {
  readonly period: BoardPeriod;
  /** ISO date in the centre's time zone. */
  readonly today: string;
  /** The ids of the centre's agencies, in the order to be shown. */
  readonly agencyIds: readonly string[];
  readonly index: AgencyIndex;
}

/** Brings the sums of identifiers to the centre's agencies: several identifiers may be of one. */
export function boardOf(sums: readonly AgencySums[], frame: BoardFrame): BoardFigures {
  const byAgency = new Map<string | null, BoardCounts>(
    frame.agencyIds.map((agencyId) => [agencyId, NO_COUNTS]),
  );
  let total = NO_COUNTS;
  let others = NO_COUNTS;
  for (const one of sums) {
    const counts = sumBoard(one, frame.period, frame.today);
    total = addCounts(total, counts);
    const agencyId = frame.index.find(one.agencyCode);
    const known = byAgency.get(agencyId);
    if (known === undefined) others = addCounts(others, counts);
    else byAgency.set(agencyId, addCounts(known, counts));
  }
  if (hasAny(others)) byAgency.set(null, others);
  return { total, agencies: [...byAgency].map(([agencyId, counts]) => ({ agencyId, counts })) };
}

const NO_COUNTS: BoardCounts = {
  carriedOver: 0,
  received: 0,
  resolved: { early: 0, onTime: 0, late: 0 },
  ended: 0,
  inProgress: { inTime: 0, overdue: 0 },
  due: 0,
  dueKept: 0,
};

function addCounts(a: BoardCounts, b: BoardCounts): BoardCounts {
  return {
    carriedOver: a.carriedOver + b.carriedOver,
    received: a.received + b.received,
    resolved: {
      early: a.resolved.early + b.resolved.early,
      onTime: a.resolved.onTime + b.resolved.onTime,
      late: a.resolved.late + b.resolved.late,
    },
    ended: a.ended + b.ended,
    inProgress: {
      inTime: a.inProgress.inTime + b.inProgress.inTime,
      overdue: a.inProgress.overdue + b.inProgress.overdue,
    },
    due: a.due + b.due,
    dueKept: a.dueKept + b.dueKept,
  };
}

function hasAny({ carriedOver, received, due }: BoardCounts): boolean {
  return carriedOver + received + due > 0;
}
