import type { Calendar } from "../calendar/Calendar.ts";

/** A text a person reads, in both languages of the hall. */
export interface BilingualText {
  readonly vi: string;
  readonly en: string;
}

/** The class a ticket waits in. What each means for the order is policy. */
export type ClassId = "normal" | "priority" | "appointment" | "returning";

/** Which of the two streams a class is called from when classes take turns. */
export type Stream = "priority" | "normal";

/** What people come to a service for. */
export type ServiceKind = "submit" | "supplement" | "collect" | "pay" | "guidance";

/** A department or commune office that answers for services. */
export interface Agency {
  readonly id: string;
  readonly name: BilingualText;
  /** For tiles and boards. */
  readonly short: BilingualText;
  /** Its electronic identifiers, of the old and the new form. */
  readonly codes?: readonly string[] | undefined;
}

/** A prefix and a number range, reset each service day. */
export interface Series {
  readonly id: string;
  /** One or two capital letters; no two series share one, so no two labels collide. */
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  /** Digits a number is padded to. */
  readonly digits: number;
  /** Whether numbering goes on beyond `to` (A1000) or stops there. */
  readonly overflow: boolean;
}

/** One line that people wait in. */
export interface Service {
  readonly id: string;
  readonly agencyId: string;
  readonly seriesId: string;
  readonly kind: ServiceKind;
  readonly name: BilingualText;
  /** Used for estimates until enough visits were seen. */
  readonly expectedServiceMs: number;
  /** Most tickets issued in one session (morning, afternoon), or `null` for no limit. */
  readonly sessionQuota: number | null;
}

/** A numbered desk. */
export interface CounterSettings {
  readonly id: string;
  readonly number: number;
  readonly name: BilingualText | null;
  /** The part of the hall whose displays show and speak its calls. */
  readonly zone: string;
  /** Service ids: those of a later tier are called only when the earlier tiers are empty. */
  readonly tiers: readonly (readonly string[])[];
}

/** A reason that can be chosen, by its id; events carry the id, never free text. */
export interface Reason {
  readonly id: string;
  readonly name: BilingualText;
}

/** A reason for which somebody is served in another class than normal. */
export interface PriorityReason extends Reason {
  readonly class: ClassId;
}

/** How the next ticket is chosen. See SPEC.md, CALL rules. */
export interface CallPolicy {
  readonly mode:
    | { readonly kind: "strict" }
    | { readonly kind: "interleaved"; readonly normals: number };
  readonly classes: Readonly<Record<ClassId, { readonly stream: Stream; readonly capMs: number }>>;
  /** Where a ticket that comes back after a no-show stands. */
  readonly returning:
    | { readonly kind: "after"; readonly places: number }
    | { readonly kind: "tail" };
  /** A ticket whose print was never confirmed may be called this long after its issue. */
  readonly callableAfterMs: number;
  /** How long an officer may take back the last action. */
  readonly undoMs: number;
}

/** What a centre decides about dossiers that are shown in its hall. */
export interface DossierSettings {
  /** Data older than this is shown with a warning. */
  readonly staleAfterMinutes: number;
  /** So many working days before it is due a dossier is "sắp đến hạn". */
  readonly dueSoonDays: number;
  /** Numbers of other systems: `#` a digit, `@` a letter, all else as it stands. */
  readonly extraCodes: readonly string[];
  /** Codes of procedures whose dossiers nobody is told of at a kiosk. */
  readonly hiddenProcedures: readonly string[];
  /** Services that serve the dossiers of every agency, such as the desk for all results. */
  readonly generalServices: readonly string[];
  readonly maskHolder: "initials" | "hidden";
  /** What the ratio of the board is divided by. */
  readonly ratioOf: "resolved" | "due";
  /** Whether walls show the board between calls. */
  readonly boardOnWall: boolean;
  /** How long is kept: the holder and the dossier after its end, look-ups from their time. */
  readonly keep: {
    readonly holderDays: number;
    readonly dossierDays: number;
    readonly lookUpDays: number;
  };
}

/** All that a centre decides about its hall. Immutable; a change is a new version. */
export interface CentreSettings {
  readonly version: number;
  readonly centre: {
    readonly id: string;
    readonly name: BilingualText;
    /** Said on every screen, so that nobody takes a demonstration for the real hall. */
    readonly isDemo: boolean;
  };
  readonly calendar: Calendar;
  readonly agencies: readonly Agency[];
  readonly series: readonly Series[];
  readonly services: readonly Service[];
  readonly counters: readonly CounterSettings[];
  readonly priorityReasons: readonly PriorityReason[];
  readonly pauseReasons: readonly Reason[];
  readonly callReasons: readonly Reason[];
  readonly parkReasons: readonly Reason[];
  readonly policy: CallPolicy;
  readonly dossiers?: DossierSettings | undefined;
  readonly ticketNotice: BilingualText;
  readonly ticketFooter: BilingualText;
}
