import type { RegisterFacts, RegisterHolder, RegisterStatus } from "./RegisterRecord.ts";

/** What is counted of dossiers, agency by agency and day by day. */
export interface BoardCount {
  readonly received: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  /** Refused, withdrawn or stopped. */
  readonly ended: number;
  readonly due: number;
  readonly dueKept: number;
  /** Open and due on this day. */
  readonly openDue: number;
  /** Open without a due time; on the day it was received. */
  readonly openNoDue: number;
  /** All that have this due day, whatever came of them. */
  readonly timeSet: number;
  /** Those that were both closed and past their due day for the first time on this day. */
  readonly timeClosed: number;
}

/** The counts of one agency on one day. */
export interface DayCount extends BoardCount {
  /** As the source wrote it. */
  readonly agencyCode: string | null;
  /** ISO date in the centre's time zone. */
  readonly day: string;
}

/** The counts of one agency over some days. */
export interface BoardSum extends BoardCount {
  readonly agencyCode: string | null;
}

/**
 * What the register has to know of dossiers, and may not know itself: pure functions of the dossier
 * package, bound to the centre's settings.
 */
export interface RegisterRules {
  /**
   * Names `contributionOf` and all it depends on, such as the time zone: when it changes, the board
   * is counted anew.
   */
  readonly boardId: string;
  /** On which days a dossier counts as what. */
  readonly contributionOf: (facts: RegisterFacts) => readonly DayCount[];
  /** Names the way of masking: when it changes, kept masks are made anew. */
  readonly maskId: string;
  /** A name as a screen may show it; `null` hides it. */
  readonly maskName: (name: string, kind: RegisterHolder["kind"]) => string | null;
  readonly maskPhone: (phone: string) => string | null;
  /**
   * Whether a change of state follows the flow. Asked only where a source gives no version that
   * says which is newer.
   *
   * @param at when it is said to have changed, epoch ms
   */
  readonly isStep: (from: RegisterStatus | null, to: RegisterStatus | null, at: number) => boolean;
  /** What of a dossier is past its purpose: only its holder, or all of it. */
  readonly isPastPurpose: (facts: RegisterFacts, now: number) => "holder" | "dossier" | null;
}
