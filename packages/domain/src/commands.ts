import type { ClassId } from "./settings/CentreSettings.ts";
import type { Language, Outcome, PrintState, Score } from "./ticket.ts";

/** Where a transfer goes. */
export type TransferTarget =
  | { readonly kind: "service"; readonly id: string }
  | { readonly kind: "counter"; readonly id: string }
  | { readonly kind: "officer"; readonly id: string };

/** Where in the new line a transferred ticket stands. */
export type TransferPlace = "head" | "tail" | "by_issue";

/** An outcome an officer can choose. */
export type OfficerOutcome = Exclude<Outcome, "day_closed">;

/** The payloads of all wishes the engine knows, by type. */
export interface CommandPayloads {
  "day:open": { readonly day: string };
  "day:close": { readonly day: string };
  "settings:publish": { readonly version: number; readonly hash: string };
  "ticket:issue": {
    readonly serviceId: string;
    readonly class: ClassId;
    readonly reason: string | null;
    readonly language: Language;
    /** Whether a paper is expected; without one the ticket may be called at once. */
    readonly print: boolean;
    /** The dossier it is taken for, if one was shown: opaque. */
    readonly dossierRef?: string | undefined;
  };
  "ticket:confirm-print": {
    readonly ticketId: string;
    readonly outcome: "confirmed" | "failed" | "unknown";
  };
  "ticket:reprint": { readonly ticketId: string };
  /** A number that a kiosk gave from its own series while the hub did not answer. */
  "ticket:enter": {
    readonly ticketId: string;
    readonly label: string;
    readonly serviceId: string;
    readonly class: ClassId;
    readonly reason: string | null;
    readonly language: Language;
    /** When the citizen asked for it, epoch ms of the hub's clock as the kiosk knew it. */
    readonly arrivedAt: number;
    /** Id of the `ticket:issue` that was not answered in time, if one was sent. */
    readonly supersedes: string | null;
    readonly print: PrintState;
    readonly dossierRef?: string | undefined;
  };
  /** A kiosk gave up a wish that was not answered, and gave no number instead. */
  "ticket:withdraw": { readonly wishId: string };
  /** Hub only. `since`: epoch ms up to which the kiosk is known to have been connected. */
  "kiosk:part": { readonly deviceId: string; readonly since: number };
  /** Hub only. */
  "kiosk:rejoin": { readonly deviceId: string };
  "ticket:call-next": { readonly counterId: string };
  "ticket:call": { readonly counterId: string; readonly ticketId: string; readonly reason: string };
  "ticket:recall": { readonly counterId: string };
  "ticket:put-back": { readonly counterId: string };
  "ticket:start": { readonly counterId: string };
  "ticket:finish": {
    readonly counterId: string;
    readonly outcome: OfficerOutcome;
    readonly dossierRefs: readonly string[];
  };
  "ticket:finish-and-call": {
    readonly counterId: string;
    readonly outcome: OfficerOutcome;
    readonly dossierRefs: readonly string[];
  };
  "ticket:no-show": { readonly counterId: string };
  "ticket:return": { readonly ticketId: string };
  "ticket:park": { readonly counterId: string; readonly reason: string };
  "ticket:resume": { readonly counterId: string; readonly ticketId: string };
  "ticket:transfer": {
    readonly counterId: string;
    readonly to: TransferTarget;
    readonly place: TransferPlace;
  };
  "ticket:cancel": { readonly ticketId: string };
  "ticket:set-priority": {
    readonly ticketId: string;
    readonly class: ClassId;
    readonly reason: string | null;
  };
  "feedback:rate": { readonly ticketId: string; readonly score: Score };
  "counter:open": { readonly counterId: string };
  "counter:close": { readonly counterId: string };
  "counter:pause": { readonly counterId: string; readonly reason: string };
  "counter:resume": { readonly counterId: string };
  "counter:undo": { readonly counterId: string };
}

export type CommandType = keyof CommandPayloads;

/** Who wishes it. The hub fills this in from the session; a client can't. */
export interface Actor {
  readonly kind: "officer" | "device" | "citizen" | "hub";
  readonly id: string;
}

/** A wish of one type, with the id its sender made and keeps across retries. */
export type CommandOf<T extends CommandType> = T extends CommandType
  ? {
      readonly id: string;
      readonly type: T;
      readonly payload: CommandPayloads[T];
      readonly actor: Actor;
      readonly deviceId: string | null;
    }
  : never;

/** A wish: the engine answers it with facts or a refusal. */
export type Command = CommandOf<CommandType>;

/** What `decide` needs from outside, as data. */
export interface Context {
  /** Epoch ms. */
  readonly now: number;
  /** Fresh UUIDv7s; one is enough for any command. */
  readonly ids: readonly string[];
}

/** Why a wish is refused. Screens translate these. */
export type RefusalCode =
  | "day_not_open"
  | "day_already_open"
  | "wrong_day"
  | "settings_unknown"
  | "settings_in_use"
  | "centre_closed"
  | "last_ticket_passed"
  | "quota_reached"
  | "series_exhausted"
  | "unknown_service"
  | "unknown_counter"
  | "unknown_ticket"
  | "unknown_reason"
  | "unknown_target"
  | "counter_closed"
  | "counter_paused"
  | "counter_not_paused"
  | "counter_busy"
  | "counter_taken"
  | "officer_elsewhere"
  | "not_your_counter"
  | "not_your_ticket"
  | "no_current_ticket"
  | "wrong_status"
  | "superseded"
  | "label_taken"
  | "queue_empty"
  | "nothing_held"
  | "nothing_to_undo"
  | "undo_too_late"
  | "undo_touched";

/** A refusal: a value, never an exception. */
export interface Refusal {
  readonly code: RefusalCode;
  /** For logs and for the screen's wording; never personal. */
  readonly details?: Readonly<Record<string, string | number>>;
}
