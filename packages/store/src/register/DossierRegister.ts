import type { DossierSettings } from "@luot/domain";
import type {
  ApplyResult,
  ImportRun,
  Refusal,
  RegisterBatch,
  RunEnd,
  RunStart,
  SourceChange,
  SourceState,
} from "./RegisterBatch.ts";
import type { KeptDossier, RegisterHolder, StatusChange } from "./RegisterRecord.ts";
import type { BoardSum, DayCount, RegisterRules } from "./RegisterRules.ts";

/** An officer opened a dossier's holder. */
export interface Opening {
  readonly at: number;
  readonly officerId: string;
  readonly deviceId: string;
  /** What was opened, snake case, e.g. `holder`. */
  readonly what: string;
}

/** Somebody looked for a dossier. */
export interface LookUp {
  readonly at: number;
  readonly deviceId: string;
  /** Snake case, e.g. `found`, `unknown`. */
  readonly outcome: string;
}

/** A note of either with the hash of its dossier's code, which tells codes apart and names none. */
export type Noted<T> = T & { readonly codeHash: string };

/** Days, both included; `null` is without a bound. ISO dates. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What reads the register: many may, while one writes. Each method sees one moment. */
export interface RegisterReader {
  readonly path: string;
  /** The dossier of a code as `parseDossierCode` writes it, or `null`. */
  readonly find: (code: string) => KeptDossier | null;
  /** The dossier that a ref stands for; `null` for none, or one that was erased. */
  readonly findByRef: (ref: string) => KeptDossier | null;
  /** The newest 100 states of a dossier, oldest first; none for an unknown one. */
  readonly historyOf: (ref: string) => readonly StatusChange[];
  /** The holder in clear: note the opening first. `null` when there is none, or it was erased. */
  readonly holderOf: (ref: string) => RegisterHolder | null;
  /**
   * Whether four digits are the last of the phone or identity number of a citizen's dossier.
   * Takes as long for wrong digits as for right ones; an unknown ref is a plain `false`.
   */
  readonly provesBy: (ref: string, digits: string) => boolean;
  /** How many dossiers are kept; reads an index of them all. */
  readonly count: () => number;
  /** How fresh the data is: of the sources in use, the one that lags most. `null` before any. */
  readonly asOf: () => number | null;
  /** How fresh the data of one source is, or `null`. */
  readonly asOfSource: (id: string) => number | null;
  /** The counts of each agency over some days, in no order. */
  readonly boardSums: (range: DayRange) => readonly BoardSum[];
  /** How many open dossiers of each agency are due from one time, and before another, epoch ms. */
  readonly openDueBetween: (
    from: number,
    before: number,
  ) => readonly { readonly agencyCode: string | null; readonly count: number }[];
  /** Every day of the board, by agency and day. */
  readonly boardDays: () => readonly DayCount[];
  readonly sources: () => readonly SourceState[];
  readonly source: (id: string) => SourceState | null;
  /** What was given as the secret of a source, or `null`. */
  readonly secretOf: (id: string) => string | null;
  /** Newest first. */
  readonly runs: (limit: number) => readonly ImportRun[];
  readonly run: (id: number) => ImportRun | null;
  /** The newest run of a source that took a file with this fingerprint wholly, or `null`. */
  readonly runDone: (source: string, fingerprint: string) => ImportRun | null;
  /** The newest run of a source that was done, or `null`. */
  readonly newestDone: (source: string) => ImportRun | null;
  /** The first 10,000 that were noted, by row. */
  readonly refusalsOf: (run: number) => readonly Refusal[];
  /** Newest first. */
  readonly openings: (limit: number) => readonly Noted<Opening>[];
  /** Who opened one dossier, newest first. */
  readonly openingsOf: (code: string, limit: number) => readonly Noted<Opening>[];
  /** Newest first. */
  readonly lookUps: (limit: number) => readonly Noted<LookUp>[];
  readonly close: () => void;
}

/** What erasing took away. */
export interface Erased {
  readonly holders: number;
  readonly dossiers: number;
  readonly lookUps: number;
  readonly openings: number;
  readonly runs: number;
}

/** The dossiers of a centre. Durable when a method returns; one process has it at a time. */
export interface DossierRegister extends RegisterReader {
  /**
   * Takes rows in one transaction. A row that says what is known already is `same`; one with an
   * older version than the known is `older`; without versions, a state that does not follow is
   * refused as `status_goes_back`.
   */
  readonly apply: (batch: RegisterBatch) => ApplyResult;
  /** @returns its id */
  readonly beginRun: (start: RunStart) => number;
  /** A run that is done makes its source as fresh as `asOf`. */
  readonly endRun: (run: number, end: RunEnd) => void;
  /** Notes what was refused of rows that were not kept, such as the report of a whole file. */
  readonly noteRefusals: (
    run: number,
    report: { readonly refused: number; readonly refusals: readonly Refusal[] },
  ) => void;
  /** Makes the source when there is none. */
  readonly setSource: (id: string, change: SourceChange) => void;
  /** Forgets the source; what it told stays. */
  readonly removeSource: (id: string) => void;
  readonly noteOpening: (code: string, opening: Opening) => void;
  readonly noteLookUp: (code: string, lookUp: LookUp) => void;
  /**
   * Erases what is past its purpose, from the files too: overwritten in the database, and the log
   * emptied. `keep` says which dossiers to ask the rules about; openings are kept as long as
   * dossiers, runs for a year. What an erased dossier counted on the board stays counted.
   */
  readonly eraseExpired: (now: number, keep: DossierSettings["keep"]) => Erased;
  /** Counts the board from all dossiers, and puts it right. @returns how many days were wrong */
  readonly recountBoard: () => number;
  /** Goes by new rules from now on; counts the board and makes the masks anew where they changed. */
  readonly adopt: (rules: RegisterRules) => void;
}
