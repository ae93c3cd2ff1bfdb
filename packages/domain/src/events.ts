import type { ClassId } from "./settings/CentreSettings.ts";
import type { CallBasis, Language, Outcome, Place, PrintState, Score } from "./ticket.ts";

/** What every fact carries: where it stands, when, by whom, because of which command. */
export interface EventHead {
  /** Gap-free per centre. */
  readonly seq: number;
  readonly centre: string;
  /** ISO date of the service day, or the day a hub event speaks of. */
  readonly day: string;
  /** Epoch ms, the hub's clock. */
  readonly at: number;
  /** `officer:<id>`, `device:<id>`, `citizen:<ticket id>` or `hub`. */
  readonly actor: string;
  /** Id of the command. */
  readonly cause: string;
}

/** Who gave a number up; `superseded`: the citizen holds another, which a kiosk gave offline. */
export type CancelReason = "citizen" | "officer" | "hub" | "superseded";

interface OnTicket {
  readonly ticketId: string;
  readonly label: string;
}

/** A ticket went from one place to another. */
interface Move extends OnTicket {
  readonly issuedAt: number;
  readonly from: Place;
  readonly to: Place;
}

/** The times that an undo puts back as they were. */
interface TicketTimes {
  readonly calledAt: number | null;
  readonly calledSeq: number | null;
  readonly calledBy: string | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly recalls: number;
  readonly outcome: Outcome | null;
}

/** What a screen needs to show a ticket again that it had put away. */
export interface TicketFacts {
  readonly reason: string | null;
  readonly language: Language;
  readonly issuedAt: number;
  readonly callableAt: number;
  readonly capAt: number;
  readonly print: PrintState;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly recalls: number;
}

/** The payloads of all facts, by type. SPEC.md says what each means. */
export interface EventPayloads {
  "day-opened": { readonly settingsVersion: number };
  "day-closed": object;
  "settings-published": { readonly version: number; readonly hash: string };
  "ticket-issued": OnTicket & {
    readonly number: number;
    readonly seriesId: string;
    readonly to: Place;
    readonly reason: string | null;
    readonly language: Language;
    readonly deviceId: string | null;
    readonly callableAt: number;
    readonly capAt: number;
    readonly print: "none" | "pending";
    readonly sessionId: string;
    /** Absent when it was taken for no dossier. */
    readonly dossierRefs?: readonly string[] | undefined;
  };
  "ticket-entered": OnTicket & {
    readonly number: number;
    readonly seriesId: string;
    readonly to: Place;
    readonly reason: string | null;
    readonly language: Language;
    readonly deviceId: string | null;
    readonly issuedAt: number;
    readonly capAt: number;
    readonly print: PrintState;
    /** `null` when it was given outside of any session. */
    readonly sessionId: string | null;
    readonly dossierRefs?: readonly string[] | undefined;
  };
  "ticket-entered-late": OnTicket & {
    readonly serviceId: string;
    readonly class: ClassId;
    readonly deviceId: string | null;
    readonly issuedAt: number;
  };
  "wish-superseded": { readonly wishId: string; readonly deviceId: string | null };
  "ticket-print-confirmed": OnTicket & { readonly callableAt: number };
  "ticket-print-failed": OnTicket & { readonly print: "failed" | "unknown" };
  "ticket-held": OnTicket & { readonly callableAt: number };
  "ticket-released": OnTicket & { readonly callableAt: number };
  "ticket-reprinted": OnTicket & { readonly copy: number };
  "ticket-called": Move & { readonly language: Language; readonly basis: CallBasis };
  "ticket-recalled": OnTicket & {
    readonly counterId: string;
    readonly serviceId: string;
    readonly language: Language;
    readonly count: number;
  };
  "ticket-put-back": Move;
  "ticket-started": Move & { readonly startedAt: number };
  "ticket-finished": Move & {
    readonly outcome: Outcome;
    readonly dossierRefs: readonly string[];
    readonly serviceMs: number;
  };
  "ticket-missed": Move;
  "ticket-returned": Move;
  "ticket-parked": Move & { readonly reason: string };
  "ticket-resumed": Move;
  "ticket-transferred": Move;
  "ticket-cancelled": Move & { readonly reason: CancelReason };
  "ticket-expired": Move;
  "ticket-priority-set": Move & { readonly reason: string | null; readonly capAt: number };
  "ticket-restored": Move & { readonly times: TicketTimes; readonly kept: TicketFacts };
  "ticket-rated": OnTicket & { readonly score: Score };
  "counter-opened": { readonly counterId: string; readonly officerId: string };
  "counter-closed": { readonly counterId: string };
  "counter-paused": { readonly counterId: string; readonly reason: string };
  "counter-resumed": { readonly counterId: string };
  "counter-undone": { readonly counterId: string; readonly undone: string };
}

export type EventType = keyof EventPayloads;

/** A fact of one type. */
export type EventOf<T extends EventType> = T extends EventType
  ? EventHead & { readonly type: T } & EventPayloads[T]
  : never;

/** A fact: what the journal keeps, and all that state is folded from. */
export type Event = EventOf<EventType>;

/** A fact that moves a ticket. */
export type MoveEvent = Extract<Event, { readonly from: Place }>;

/** A fact before the engine numbered it. */
export type Draft = {
  [T in EventType]: { readonly type: T } & EventPayloads[T];
}[EventType];
