import type { ImportReport, MappingChoice, MappingTrialResult } from "@luot/contract";
import type { DossierSettings } from "@luot/domain";
import type {
  Erased,
  LookUp,
  Opening,
  Refusal,
  RegisterRow,
  RowOutcome,
  RunEnd,
  RunStart,
  SourceChange,
} from "@luot/store";
import type { RegisterConfig } from "./registerRules.ts";

/** Where the bytes of a file are. */
export type FileContent =
  | { readonly kind: "path"; readonly path: string }
  /** Handed over: the sender has them no more. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> };

/** A file to be taken wholly, or not at all. */
export interface ImportTask {
  readonly source: string;
  /** As an administrator knows it. */
  readonly name: string;
  readonly mapping: MappingChoice;
  readonly content: FileContent;
  /** Epoch ms. */
  readonly at: number;
  /** When the file was written, epoch ms: no fresher is what it says. */
  readonly asOf: number;
}

/** Rows that came over the network, kept together or not at all. */
export interface ApplyTask {
  readonly source: string;
  readonly run: number;
  /** Epoch ms. */
  readonly at: number;
  readonly rows: readonly RegisterRow[];
  /** Where the source goes on, kept with the rows; `undefined` leaves it as it is. */
  readonly cursor: string | undefined;
}

/** What became of them: `outcomes[i]` of `rows[i]`. */
export interface ApplyAnswer {
  readonly outcomes: readonly RowOutcome[];
  /** Why some could not be read, or did not follow. */
  readonly refusals: readonly Refusal[];
}

/** All that can be asked of the one who writes the register, with what is answered. */
export interface RegisterTasks {
  readonly "import-file": { readonly input: ImportTask; readonly answer: ImportReport };
  readonly apply: { readonly input: ApplyTask; readonly answer: ApplyAnswer };
  readonly "begin-run": { readonly input: RunStart; readonly answer: number };
  readonly "end-run": {
    readonly input: { readonly run: number; readonly end: RunEnd };
    readonly answer: null;
  };
  readonly "set-source": {
    readonly input: { readonly id: string; readonly change: SourceChange };
    readonly answer: null;
  };
  readonly "remove-source": { readonly input: { readonly id: string }; readonly answer: null };
  readonly "note-opening": {
    readonly input: { readonly code: string; readonly opening: Opening };
    readonly answer: null;
  };
  readonly "note-look-up": {
    readonly input: { readonly code: string; readonly lookUp: LookUp };
    readonly answer: null;
  };
  readonly erase: {
    readonly input: { readonly now: number; readonly keep: DossierSettings["keep"] };
    readonly answer: Erased;
  };
  readonly "recount-board": { readonly input: null; readonly answer: number };
  readonly adopt: { readonly input: RegisterConfig; readonly answer: null };
  readonly "try-mapping": {
    readonly input: { readonly mapping: unknown; readonly bytes: Uint8Array; readonly now: number };
    readonly answer: MappingTrialResult;
  };
}
export type RegisterTaskName = keyof RegisterTasks;

/** The rows of a file as they are taken. */
export interface ImportProgress {
  readonly source: string;
  readonly done: number;
  readonly of: number;
}

/**
 * The one who writes the register. Tasks are done one at a time, notes before files that wait; what
 * resolves is durable. Rejects when the register can't be written: nothing of the task is kept.
 */
export interface RegisterWriter {
  readonly run: <N extends RegisterTaskName>(
    name: N,
    input: RegisterTasks[N]["input"],
  ) => Promise<RegisterTasks[N]["answer"]>;
  /** The file that is being taken now, or `null`. */
  readonly progress: () => ImportProgress | null;
  /** Ends after the task in hand; what waits is rejected. */
  readonly close: () => Promise<void>;
}
