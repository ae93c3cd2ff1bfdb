import type { ImportReport, MappingChoice, MappingTrialResult } from "@luot/contract";
import type {
  ApplyReport,
  EraseBefore,
  Erased,
  LookUp,
  Opening,
  RowFault,
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

/** Records of a server, page by page or as they were sent. */
export interface TakeTask {
  readonly source: string;
  readonly run: number;
  readonly at: number;
  readonly mapping: MappingChoice;
  /** As they were parsed from JSON. */
  readonly records: readonly unknown[];
  /** Number of the first of them in the run, for its report. */
  readonly firstRow: number;
  /** Kept together with the records: where the source goes on. */
  readonly cursor?: string | null | undefined;
}

/** What became of one record. */
export interface TakenRow {
  readonly row: number;
  /** `null` for one that can't be read. */
  readonly code: string | null;
  readonly outcome: RowOutcome;
  readonly faults: readonly RowFault[];
}

/** What became of records that were taken. */
export interface TakeReport {
  readonly report: ApplyReport;
  /** One for each record, in order. */
  readonly rows: readonly TakenRow[];
}

/** All that can be asked of the one who writes the register, with what is answered. */
export interface RegisterTasks {
  readonly "import-file": { readonly input: ImportTask; readonly answer: ImportReport };
  readonly take: { readonly input: TakeTask; readonly answer: TakeReport };
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
    readonly input: { readonly now: number; readonly before: EraseBefore };
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
