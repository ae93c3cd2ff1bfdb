import { type BoardPeriod } from "../board/periodOf.ts";
import { contributionOf } from "../board/contributionOf.ts";
import { type BoardCounts, sumBoard, sumsOf } from "../board/sumBoard.ts";
import { type DossierRecord, dueOf } from "../Dossier.ts";
import { closingOf } from "../onTime.ts";
import { vn } from "./aDossier.ts";

export const ZONE = "Asia/Ho_Chi_Minh";
const OFFSET_MS = 7 * 3_600_000;
/** What the clock says in these tests: Tuesday 24/11/2026, 10:00. */
export const NOW = vn("2026-11-24 10:00");
export const TODAY = "2026-11-24";

/** The day in Vietnam, computed without the product's own code. */
export const dayOf = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10);

/** A board of these dossiers as they are now. */
export function board(dossiers: readonly DossierRecord[], period: BoardPeriod): BoardCounts {
  const rows = dossiers.flatMap((dossier) => contributionOf(dossier, ZONE));
  const openDueToday = dossiers.flatMap((dossier) => {
    const due = dueOf(dossier);
    const isOpen = closingOf(dossier).kind === "open" && dossier.status !== "1";
    return isOpen && due !== null && dayOf(due) === TODAY ? [{ due }] : [];
  });
  return sumBoard(sumsOf(rows, period, TODAY, openDueToday, NOW), period, TODAY);
}

/** Whether all that came in is somewhere. */
export const isBalanced = ({
  carriedOver,
  received,
  resolved,
  ended,
  inProgress,
}: BoardCounts): boolean =>
  carriedOver + received ===
  resolved.early + resolved.onTime + resolved.late + ended + inProgress.inTime + inProgress.overdue;
