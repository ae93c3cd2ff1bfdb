import { z } from "zod";
import type { KeptDossier, RegisterRecord } from "./RegisterRecord.ts";

/** A row of `dossiers`; the table is strict and checks what its columns may hold. */
export interface DossierRow {
  readonly id: number;
  readonly code: string;
  readonly ref: Buffer;
  readonly source: string;
  readonly changed_at: number;
  readonly procedure_code: string | null;
  readonly procedure_name: string;
  readonly field: string | null;
  readonly agency_code: string | null;
  readonly unit: string | null;
  readonly received_at: number;
  readonly due_at: number | null;
  readonly new_due_at: number | null;
  readonly reappointments: number;
  readonly finished_at: number | null;
  readonly returned_at: number | null;
  readonly status: RegisterRecord["status"];
  readonly raw_status: string;
  readonly status_at: number | null;
  readonly missing: string;
  readonly fee_amount: number | null;
  readonly fee_is_paid: number | null;
  readonly result_place: string | null;
  readonly updated_at: number | null;
  readonly holder_kind: "citizen" | "business" | null;
  readonly holder_masked: string | null;
  readonly phone_masked: string | null;
  readonly can_prove: number;
}

/** The columns that say what a record says, in the order of {@link valuesOf}. */
export const RECORD_COLUMNS = [
  "procedure_code",
  "procedure_name",
  "field",
  "agency_code",
  "unit",
  "received_at",
  "due_at",
  "new_due_at",
  "reappointments",
  "finished_at",
  "returned_at",
  "status",
  "raw_status",
  "status_at",
  "missing",
  "fee_amount",
  "fee_is_paid",
  "result_place",
] as const;

/** All columns that a {@link DossierRow} has. */
export const ROW_COLUMNS = [
  "id",
  "code",
  "ref",
  "source",
  "changed_at",
  ...RECORD_COLUMNS,
  "updated_at",
  "holder_kind",
  "holder_masked",
  "phone_masked",
  "can_prove",
].join(", ");

type Value = string | number | null;

/** What a record says, but for its code, its holder and its version. */
export function valuesOf(record: RegisterRecord): readonly Value[] {
  const { fee } = record;
  return [
    record.procedureCode,
    record.procedureName,
    record.field,
    // The board's keys have an empty text for an agency that is not told.
    record.agencyCode === "" ? null : record.agencyCode,
    record.unit,
    record.receivedAt,
    record.dueAt,
    record.newDueAt,
    record.reappointments,
    record.finishedAt,
    record.returnedAt,
    record.status,
    record.rawStatus,
    record.statusAt,
    JSON.stringify(record.missing),
    fee === null ? null : fee.amount,
    fee === null ? null : Number(fee.isPaid),
    record.resultPlace,
  ];
}

/**
 * All that two records have to share to be the same. The version is no part of it: a source may
 * count it up without a change.
 */
export function contentOf(values: readonly Value[], holder: RegisterRecord["holder"]): string {
  const whose = holder === null ? null : [holder.name, holder.kind, holder.phone, holder.identity];
  return JSON.stringify([values, whose]);
}

const MissingSchema = z.array(z.string());

/** The record of a row, without its holder. */
export function recordOf(row: DossierRow): KeptDossier["record"] {
  const { fee_amount: amount } = row;
  return {
    code: row.code,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    field: row.field,
    agencyCode: row.agency_code,
    unit: row.unit,
    holder: null,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    newDueAt: row.new_due_at,
    reappointments: row.reappointments,
    finishedAt: row.finished_at,
    returnedAt: row.returned_at,
    status: row.status,
    rawStatus: row.raw_status,
    statusAt: row.status_at,
    missing: row.missing === "[]" ? [] : MissingSchema.parse(JSON.parse(row.missing)),
    fee: amount === null ? null : { amount, isPaid: row.fee_is_paid === 1 },
    resultPlace: row.result_place,
    updatedAt: row.updated_at,
  };
}

/** A row as the register tells it. */
export function keptOf(row: DossierRow): KeptDossier {
  const { holder_kind: kind } = row;
  return {
    ref: row.ref.toString("base64url"),
    source: row.source,
    changedAt: row.changed_at,
    record: recordOf(row),
    holder: kind === null ? null : { name: row.holder_masked, phone: row.phone_masked, kind },
    canProve: row.can_prove === 1,
  };
}

const REF_BYTES = 16;

/** The bytes of a ref; `null` for a text that is none. */
export function refBytes(ref: string): Buffer | null {
  const bytes = Buffer.from(ref, "base64url");
  return bytes.length === REF_BYTES && bytes.toString("base64url") === ref ? bytes : null;
}
