import type {
  DataOf,
  DossierDetails,
  DossierView,
  ErrorCode,
  PaperNews,
  PayloadOf,
  PrinterState,
} from "@luot/contract";
import type { Scanned } from "../scan/scanned.ts";
import type { SearchAt } from "../search/SearchAt.ts";
import type { PaperStanding } from "./paperStanding.ts";

/** A number that was given. */
export type GivenTicket = DataOf<"ticket:issue">;

/** The wish that LẤY SỐ sends: one id for one wish, kept until it is answered. */
export interface Wish {
  readonly id: string;
  readonly payload: PayloadOf<"ticket:issue">;
  /** How the printer was when it was made. */
  readonly printer: PrinterState | null;
}

/** A code that somebody asks about: one id for one question. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly by: "scan" | "typing";
}

/** Why there is no answer, or no number. */
export type Refusal = ErrorCode | "disconnected";

/** What a second factor opens of a dossier, and how far that has come. */
export type More =
  | { readonly kind: "closed" }
  | { readonly kind: "asking"; readonly digits: string; readonly refusal: Refusal | null }
  | { readonly kind: "proving"; readonly id: string; readonly factor: string }
  | { readonly kind: "open"; readonly details: DossierDetails };

/** A dossier on the screen. */
export interface DossierScreen {
  readonly step: "dossier";
  readonly dossier: DossierView;
  /** Page of the history where that is open; else 0 for the dossier and then its missing papers. */
  readonly page: number;
  readonly more: More;
}

/** The search for a procedure. */
export interface SearchScreen {
  readonly step: "search";
  readonly at: SearchAt;
}

/** The last question before a number. */
export interface ConfirmScreen {
  readonly step: "confirm";
  readonly agencyId: string;
  readonly serviceId: string;
  readonly reasonId: string | null;
  readonly page: number;
  /** Where it was come from, when that was not the list of services. */
  readonly before: DossierScreen | SearchScreen | null;
}

/** Where somebody stands on the way to a number. */
export type Screen =
  | { readonly step: "group"; readonly page: number }
  | { readonly step: "service"; readonly agencyId: string; readonly page: number }
  | ConfirmScreen
  | { readonly step: "taking"; readonly wish: Wish }
  | {
      readonly step: "refused";
      readonly code: Refusal;
      readonly details: Readonly<Record<string, string | number>>;
      /** Only after `disconnected`: the same wish may be sent again. */
      readonly wish: Wish | null;
    }
  | { readonly step: "ticket"; readonly ticket: GivenTicket; readonly paper: PaperStanding }
  | SearchScreen
  /** A dossier's code is typed. */
  | { readonly step: "typing"; readonly text: string }
  | { readonly step: "looking"; readonly question: Question }
  | DossierScreen
  /** No dossier; `text` is what was typed, to be mended. */
  | { readonly step: "unfound"; readonly code: Refusal; readonly text: string }
  /** So many codes were unknown that a person has to help. */
  | { readonly step: "lost" }
  /** Something was scanned that is no dossier. */
  | { readonly step: "scanned"; readonly what: "ticket" | "unknown" };

/** The whole flow. Times are monotonic ms. */
export interface KioskFlow {
  readonly screen: Screen;
  readonly touchedAt: number;
  /** Since when "Ông/bà còn ở đây không?" stands on the screen. */
  readonly askedAt: number | null;
  /** Counts people: a new one starts in the first language. */
  readonly visitor: number;
  /** Codes of this person that nobody knew. */
  readonly unknownCodes: number;
}

/** What moves somebody on the way to a number. */
export type NumberAction =
  | { readonly type: "turned"; readonly page: number }
  | { readonly type: "chose-group"; readonly agencyId: string; readonly onlyService: string | null }
  | { readonly type: "chose-service"; readonly serviceId: string }
  /** A line that was found by a search, or that a dossier needs. */
  | { readonly type: "chose-line"; readonly agencyId: string; readonly serviceId: string }
  | { readonly type: "chose-reason"; readonly reasonId: string | null }
  | { readonly type: "took"; readonly wish: Wish }
  | { readonly type: "given"; readonly wishId: string; readonly ticket: GivenTicket }
  | {
      readonly type: "refused";
      readonly wishId: string;
      readonly code: Refusal;
      readonly details: Readonly<Record<string, string | number>>;
    }
  | { readonly type: "paper-told"; readonly news: PaperNews; readonly at: number }
  | { readonly type: "asked-copy"; readonly at: number };

/** What moves somebody who asks about a dossier. */
export type DossierAction =
  | { readonly type: "typed"; readonly text: string }
  | { readonly type: "found"; readonly id: string; readonly dossier: DossierView }
  | { readonly type: "asked-more" }
  | { readonly type: "typed-factor"; readonly digits: string }
  | { readonly type: "proved"; readonly id: string; readonly factor: string }
  | { readonly type: "opened-more"; readonly id: string; readonly details: DossierDetails }
  | { readonly type: "kept-closed"; readonly id: string; readonly code: Refusal };

export type KioskAction =
  | { readonly type: "touched"; readonly at: number }
  | { readonly type: "ticked"; readonly at: number }
  | { readonly type: "stayed"; readonly at: number }
  | { readonly type: "ended"; readonly at: number }
  | { readonly type: "started-again" }
  | { readonly type: "went-back"; readonly hasOneService: boolean }
  /** `text`: what stands in the field of the code already. */
  | { readonly type: "opened-look-up"; readonly text: string }
  | { readonly type: "opened-search" }
  | { readonly type: "searched"; readonly at: SearchAt }
  /** `id`: of the question that a code becomes. */
  | { readonly type: "scanned"; readonly scan: Scanned; readonly id: string; readonly at: number }
  | { readonly type: "looked-up"; readonly question: Question; readonly at: number }
  | { readonly type: "unfound"; readonly id: string; readonly code: Refusal; readonly at: number }
  | NumberAction
  | DossierAction;
