import { z } from "zod";
import { provingDigits } from "./holderRows.ts";
import {
  type KeptDossier,
  REGISTER_STATUSES,
  type RegisterHolder,
  type RegisterRecord,
  type StatusChange,
} from "./RegisterRecord.ts";
import type { RegisterRules } from "./RegisterRules.ts";

/** Whether a dossier's holder is known, as `dossiers.holder_state` has it. */
export const HOLDER_STATES = { none: 0, erased: 1, held: 2 } as const;

/** A row of `dossiers`; the table is strict and checks what its columns may hold. */
export interface DossierRow {
  readonly id: number;
  readonly code: string;
  readonly source: string;
  readonly changed_at: number;
  readonly received_at: number;
  readonly updated_at: number | null;
  /** JSON of {@link valuesOf}. */
  readonly said: string;
  /** JSON of {@link shownOf}; `null` without a holder. */
  readonly shown: string | null;
}

/** All columns that a {@link DossierRow} has. */
export const ROW_COLUMNS = "id, code, source, changed_at, received_at, updated_at, said, shown";

type Value = string | number | boolean | null | readonly string[];

/** What a record says, but for its code, its holder and its version. */
export function valuesOf(record: RegisterRecord): readonly Value[] {
  const { fee } = record;
  return [
    record.procedureCode,
    record.procedureName,
    record.field,
    agencyOf(record),
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
    record.missing,
    fee === null ? null : fee.amount,
    fee === null ? null : fee.isPaid,
    record.resultPlace,
  ];
}

/** The board's keys have an empty text for an agency that is not told. */
export function agencyOf({ agencyCode }: RegisterRecord): string | null {
  return agencyCode === "" ? null : agencyCode;
}

/**
 * All that two records have to share to be the same. The version is no part of it: a source may
 * count it up without a change.
 *
 * @param said as `dossiers.said` has it
 * @param whose as `holderText` makes it
 */
export function contentOf(said: string, whose: string | null): string {
  return `${said}\n${whose ?? ""}`;
}

/** The order of {@link valuesOf}. */
const SaidSchema = z.tuple([
  z.string().nullable(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.number(),
  z.number().nullable(),
  z.number().nullable(),
  z.number(),
  z.number().nullable(),
  z.number().nullable(),
  z.enum(REGISTER_STATUSES).nullable(),
  z.string(),
  z.number().nullable(),
  z.array(z.string()),
  z.number().nullable(),
  z.boolean().nullable(),
  z.string().nullable(),
]);

/** The record of a row, without its holder. */
export function recordOf({ code, said, updated_at }: DossierRow): KeptDossier["record"] {
  const [
    procedureCode,
    procedureName,
    field,
    agencyCode,
    unit,
    receivedAt,
    dueAt,
    newDueAt,
    reappointments,
    finishedAt,
    returnedAt,
    status,
    rawStatus,
    statusAt,
    missing,
    amount,
    isPaid,
    resultPlace,
  ] = SaidSchema.parse(JSON.parse(said));
  return {
    code,
    procedureCode,
    procedureName,
    field,
    agencyCode,
    unit,
    holder: null,
    receivedAt,
    dueAt,
    newDueAt,
    reappointments,
    finishedAt,
    returnedAt,
    status,
    rawStatus,
    statusAt,
    missing,
    fee: amount === null || isPaid === null ? null : { amount, isPaid },
    resultPlace,
    updatedAt: updated_at,
  };
}

/** The only state of a dossier that was never changed. */
export function firstState(row: DossierRow): StatusChange {
  const record = recordOf(row);
  return { status: record.status, at: statedAt(record, row.changed_at) };
}

type Stated = Pick<
  RegisterRecord,
  "status" | "statusAt" | "receivedAt" | "finishedAt" | "returnedAt" | "updatedAt"
>;

/**
 * Since when a dossier is in its state: as the source dates the state; else by the date that goes
 * with it, or the record's own; else since the register learnt of it.
 */
export function statedAt(record: Stated, learntAt: number): number {
  const { statusAt, updatedAt } = record;
  return statusAt ?? ownDate(record) ?? updatedAt ?? learntAt;
}

function ownDate({ status, receivedAt, finishedAt, returnedAt }: Stated): number | null {
  if (status === "10") return returnedAt;
  if (status === "9") return finishedAt;
  return status === "1" || status === "2" ? receivedAt : null;
}

const ShownSchema = z.tuple([
  z.string().nullable(),
  z.string().nullable(),
  z.enum(["citizen", "business"]),
  z.boolean(),
]);

/**
 * What of a holder may be shown: the masks of the name and phone, the kind, and whether digits can
 * prove it.
 */
export function shownOf(holder: RegisterHolder, { maskName, maskPhone }: RegisterRules): string {
  const { name, kind, phone } = holder;
  const masked = phone === null ? null : maskPhone(phone);
  return JSON.stringify([maskName(name, kind), masked, kind, provingDigits(holder).length > 0]);
}

/** A row as the register tells it. */
export function keptOf(row: DossierRow, ref: string): KeptDossier {
  const shown = row.shown === null ? null : ShownSchema.parse(JSON.parse(row.shown));
  return {
    ref,
    source: row.source,
    changedAt: row.changed_at,
    record: recordOf(row),
    holder: shown === null ? null : { name: shown[0], phone: shown[1], kind: shown[2] },
    canProve: shown !== null && shown[3],
  };
}
