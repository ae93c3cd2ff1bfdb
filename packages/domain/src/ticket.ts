import type { ClassId, Stream } from "./settings/CentreSettings.ts";

/** Where a ticket is in its life; `done`, `cancelled` and `expired` are final. */
export type TicketStatus =
  | "waiting"
  | "called"
  | "serving"
  | "parked"
  | "absent"
  | "done"
  | "cancelled"
  | "expired";

/**
 * The line a waiting ticket stands in: `service:<id>` for everybody whose counters serve it,
 * `counter:<id>` or `officer:<id>` after a transfer to one desk or one person.
 */
export type LineId = `service:${string}` | `counter:${string}` | `officer:${string}`;

/** All that decides where a ticket stands. Each move of a ticket goes from one place to another. */
export interface Place {
  readonly status: TicketStatus;
  readonly serviceId: string;
  readonly class: ClassId;
  readonly line: LineId;
  /** The counter that called, serves or parked it. */
  readonly counterId: string | null;
  /** Rank in its line and class: smaller first, equal ranks by ticket id. Epoch ms, or between. */
  readonly orderAt: number;
}

/** Whether a ticket in this place goes nowhere any more. */
export function isFinal({ status }: Pick<Place, "status">): boolean {
  return status === "done" || status === "cancelled" || status === "expired";
}

/** What became of the paper. `unknown`: bytes were sent and no answer came. */
export type PrintState = "none" | "pending" | "confirmed" | "failed" | "unknown";

/** How a visit ended. `day_closed` is the hub's own, when the day ended during the visit. */
export type Outcome =
  | "accepted"
  | "supplemented"
  | "returned_result"
  | "guided"
  | "rejected"
  | "day_closed";

/** How a citizen found a visit. */
export type Score = "very_satisfied" | "satisfied" | "neutral" | "dissatisfied";

/** The languages a ticket can speak. */
export type Language = "vi" | "en";

/** Which rule chose the ticket, and against whom: enough to explain the order afterwards. */
export interface CallBasis {
  /**
   * - `cap`: it had waited past its class's cap;
   * - `only`: nobody of the other stream waited in the tier;
   * - `strict`: priority before normal;
   * - `turn`: with both streams waiting, it was this stream's turn;
   * - `chosen`: an officer called it by its label, for `reason`.
   */
  readonly rule: "cap" | "only" | "strict" | "turn" | "chosen";
  readonly tier: number;
  readonly stream: Stream;
  /** Normal calls of this counter since its last priority call, before this call. */
  readonly normals: number;
  /** Whether a ticket of the priority stream waited in the tier. */
  readonly priorityWaiting: boolean;
  /** Who stood at the head of each line and class that the counter looked at. */
  readonly heads: readonly {
    readonly line: LineId;
    readonly class: ClassId;
    readonly ticketId: string;
  }[];
  readonly reason: string | null;
}

/** One citizen's place in one centre on one service day. Holds no personal data. */
export interface Ticket {
  readonly id: string;
  readonly label: string;
  readonly number: number;
  readonly seriesId: string;
  readonly language: Language;
  /** Id of the priority reason that was declared or set last, if any. */
  reason: string | null;
  /** Device that issued it. */
  readonly deviceId: string | null;
  readonly issuedAt: number;
  /** The dossiers it was taken for: opaque. */
  readonly dossierRefs: readonly string[];
  /** Id of the wish that it was issued for, if a kiosk made it. */
  readonly wishId: string | null;
  /** `seq` of its issue. */
  readonly issuedSeq: number;
  place: Place;
  /** May be called from this moment on. */
  callableAt: number;
  /** `callableAt` of its issue; kept for explanations. */
  readonly callableSince: number;
  /** `seq` of the confirmed print or first call that made it callable before; for explanations. */
  readySeq: number | null;
  /** `seq` of its hold, while its kiosk was cut off; for explanations. */
  heldSeq: number | null;
  /** Waits no longer than this before it goes first. */
  capAt: number;
  print: PrintState;
  /** Papers printed after the first. */
  copies: number;
  calledAt: number | null;
  calledSeq: number | null;
  /** Counter of the last call. */
  calledBy: string | null;
  startedAt: number | null;
  finishedAt: number | null;
  recalls: number;
  outcome: Outcome | null;
  /** What the citizen said of the visit. */
  score: Score | null;
  basis: CallBasis | null;
  /** When it came to its place, epoch ms. */
  movedAt: number;
  /** `seq` since which its line, class and rank are those of its place; for explanations. */
  placedSeq: number;
  /** `seq` of the last event that touched it. */
  touchedSeq: number;
}
