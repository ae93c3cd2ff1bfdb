import type { DossierRecord } from "@luot/dossier";

/** What is wrong with one field of one row. Names and codes alone, never a value. */
export interface PortFault {
  readonly field: string;
  /** Where it stands in the source's record, where that is known. */
  readonly path?: string | undefined;
  readonly reason: string;
}

/** A record as it was read, or why it can't be. `row` counts from 1 in its run. */
export type PortRow =
  | { readonly row: number; readonly record: DossierRecord }
  | { readonly row: number; readonly faults: readonly PortFault[] };

/** What became of one row. */
export type PortOutcome = "added" | "changed" | "same" | "older" | "expired" | "refused";

/** Rows that are kept together, or not at all. */
export interface PortBatch {
  readonly source: string;
  readonly run: number;
  /** Epoch ms. */
  readonly at: number;
  readonly rows: readonly PortRow[];
  /** Where the source goes on, kept with the rows; `undefined` leaves it as it is. */
  readonly cursor: string | undefined;
}

/** What became of the rows: `outcomes[i]` of `rows[i]`, and why the register refused some. */
export interface PortReport {
  readonly outcomes: readonly PortOutcome[];
  readonly refusals: readonly (PortFault & { readonly row: number })[];
}

/** How a run ended; `asOf`: how fresh its data is, epoch ms. */
export interface PortEnd {
  readonly outcome: "done" | "failed";
  /** Snake case. */
  readonly reason: string | null;
  readonly at: number;
  readonly asOf: number | null;
}

/** The one writer of the register, as connectors need it. What rejects changed nothing. */
export interface RegisterPort {
  readonly beginRun: (start: {
    readonly source: string;
    readonly name: string;
    readonly fingerprint: null;
    readonly at: number;
  }) => Promise<number>;
  readonly apply: (batch: PortBatch) => Promise<PortReport>;
  readonly endRun: (run: number, end: PortEnd) => Promise<void>;
}
