import type { Result } from "@luot/kit";
import type { RegisterRecord } from "./RegisterRecord.ts";

/** What is wrong with one field of one row. Codes and names only: never a value. */
export interface RowFault {
  /** Name of the field, e.g. `receivedAt`. */
  readonly field: string;
  /** Snake case, e.g. `no_such_date`, `status_goes_back`. */
  readonly reason: string;
}

/** A row of a source: read, or not to be read. `row` is its number there, for the report. */
export type RegisterRow =
  | { readonly row: number; readonly record: RegisterRecord }
  | { readonly row: number; readonly faults: readonly RowFault[] };

/** What became of one row. `expired`: past its purpose, so not kept. */
export type RowOutcome = "added" | "changed" | "same" | "older" | "expired" | "refused";

/** Why one row was refused. */
export interface Refusal extends RowFault {
  readonly row: number;
}

/** How many rows became what. */
export type RowCounts = Readonly<Record<RowOutcome, number>>;

/** What became of a batch. */
export interface ApplyReport extends RowCounts {
  /** The first of them; `refused` counts rows, and all of them. */
  readonly refusals: readonly Refusal[];
}

/** Rows that are taken together: all of them are kept, or none. */
export interface RegisterBatch {
  /** Id of the source. */
  readonly source: string;
  readonly run: number;
  /** Epoch ms. */
  readonly at: number;
  /** Read once, in order, within the transaction; what it throws undoes the batch. */
  readonly rows: Iterable<RegisterRow>;
  /** Where the source goes on, kept together with the rows; `undefined` leaves it as it is. */
  readonly cursor?: string | null | undefined;
  /** Looks at the whole before it is kept; `false` undoes it. */
  readonly accept?: ((report: ApplyReport) => boolean) | undefined;
  /** Told of each row as it is taken; `code` where the row could be read. */
  readonly onRow?: ((row: RegisterRow, outcome: RowOutcome) => void) | undefined;
}

/** `err`: the batch was not accepted, and nothing of it is kept but this report. */
export type ApplyResult = Result<ApplyReport, ApplyReport>;

/** How a run ended. `interrupted`: the program did, before the run. */
export type RunOutcome = "done" | "refused" | "failed" | "interrupted";

/** One time that a source was read. */
export interface ImportRun {
  readonly id: number;
  readonly source: string;
  /** Name of the file, or whatever names the run for an administrator. */
  readonly name: string;
  /** SHA-256 of the file; `null` where there is none. */
  readonly fingerprint: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** `null` while it goes on. */
  readonly outcome: RunOutcome | null;
  /** Snake case; why it did not succeed. */
  readonly reason: string | null;
  readonly counts: RowCounts;
}

export interface RunStart {
  readonly source: string;
  readonly name: string;
  readonly fingerprint: string | null;
  readonly at: number;
}

export interface RunEnd {
  readonly outcome: Exclude<RunOutcome, "interrupted">;
  readonly reason: string | null;
  readonly at: number;
  /** How fresh what it told is, epoch ms; `null`: as fresh as `at`. For `done` alone. */
  readonly asOf: number | null;
}

/** What the register keeps of a source. */
export interface SourceState {
  readonly id: string;
  /** JSON; its form is the hub's. No secrets. */
  readonly document: string;
  readonly isOn: boolean;
  readonly cursor: string | null;
  readonly etag: string | null;
  /** When a run of it last succeeded. */
  readonly lastOkAt: number | null;
  /** How fresh its data is. */
  readonly asOf: number | null;
  readonly hasSecret: boolean;
}

/** What of a source is set; what is `undefined` stays as it is. */
export interface SourceChange {
  readonly document?: string | undefined;
  readonly isOn?: boolean | undefined;
  readonly cursor?: string | null | undefined;
  readonly etag?: string | null | undefined;
  /** Sealed at once, e.g. a password; `null` forgets it. */
  readonly secret?: string | null | undefined;
}
