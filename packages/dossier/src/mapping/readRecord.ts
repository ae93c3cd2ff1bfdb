import { err, ok, type Result } from "@luot/kit";
import { parseAgencyId } from "../agencyId.ts";
import { normaliseCode } from "../cleanScan.ts";
import type { DossierHolder, DossierRecord, StatusCode } from "../Dossier.ts";
import { type DossierCode, parseDossierCode } from "../dossierCode.ts";
import { matchesExtra, normaliseExtra } from "../extraCodes.ts";
import {
  countOf,
  dateOf,
  fault,
  flagOf,
  isFor,
  listOf,
  moneyOf,
  pathOf,
  type Reading,
  type ReadStatus,
  statusIn,
  textOf,
} from "./fields.ts";
import type { FieldFault, Mapping, ReadContext } from "./Mapping.ts";
import { type Rules, rulesOf } from "./rules.ts";
import { isObject } from "./sourcePath.ts";
import { withoutHolder } from "./withoutHolder.ts";

/** Reads records of one source. */
export type RecordReader = (raw: unknown) => Result<DossierRecord, readonly FieldFault[]>;

const MAX_CODE = 64;
const MAX_NAME = 200;
const MAX_NUMBER = 40;
const MAX_UNIT = 300;
const MAX_PROCEDURE = 500;

/**
 * Prepares a mapping once for many records.
 *
 * A record needs a code (a dossier code, or one of the centre's extra patterns, and nothing beside
 * it), a day of receipt, a status, and the procedure's name or code. All texts are composed, trimmed
 * and bounded. What a citizen without proof is shown of free texts holds neither the holder's name
 * nor a number as long as a phone's.
 *
 * @returns a function that makes a dossier of one raw record (an object, or a table's row by its
 *   headings), or says all that is wrong with it, never with a value of it
 * @throws RangeError for a mapping whose time zone or due time can't be read (`checkMapping`)
 */
export function createRecordReader(mapping: Mapping, context: ReadContext): RecordReader {
  const rules = rulesOf(mapping, context);
  return (raw) => read(raw, rules);
}

/** Reads one record, as `createRecordReader` does; that is the faster one for many. */
export function readRecord(
  raw: unknown,
  mapping: Mapping,
  context: ReadContext,
): Result<DossierRecord, readonly FieldFault[]> {
  return createRecordReader(mapping, context)(raw);
}

function read(raw: unknown, rules: Rules): Result<DossierRecord, readonly FieldFault[]> {
  if (!isObject(raw)) return err([{ field: "record", path: "", reason: "not_an_object" }]);
  const reading: Reading = { record: raw, rules, faults: [] };
  const code = codeIn(reading);
  const dates = datesIn(reading);
  const status = statusIn(reading) ?? withoutStatus(reading, dates);
  const procedure = procedureIn(reading);
  const holder = holderIn(reading);
  const texts = textsIn(reading, code?.known ?? null, status?.code ?? null, holder?.name ?? "");
  const fee = feeIn(reading, status?.code ?? null);
  const reappointments = countOf(reading, "reappointments") ?? (dates.newDueAt === null ? 0 : 1);
  const isWhole =
    code !== null && status !== null && procedure !== null && dates.receivedAt !== null;
  if (!isWhole || reading.faults.length > 0) return err(reading.faults);
  return ok({
    code: code.code,
    ...procedure,
    ...texts,
    holder,
    ...dates,
    receivedAt: dates.receivedAt,
    reappointments,
    status: status.code,
    rawStatus: status.raw,
    fee,
  });
}

interface ReadCode {
  readonly code: string;
  readonly known: DossierCode | null;
}

function codeIn(reading: Reading): ReadCode | null {
  const path = pathOf(reading, "code");
  const before = reading.faults.length;
  const text = textOf(reading, "code", 2 * MAX_CODE, true);
  if (text === null)
    return reading.faults.length > before ? null : fault(reading, "code", path, "missing");
  const known = parseDossierCode(text);
  if (known !== null && known.code === normaliseCode(text)) return { code: known.code, known };
  const extra = normaliseExtra(text);
  if (matchesExtra(extra, reading.rules.extraCodes)) return { code: extra, known: null };
  return fault(reading, "code", path, "not_a_code");
}

type Dates = Readonly<
  Record<
    "receivedAt" | "dueAt" | "newDueAt" | "finishedAt" | "returnedAt" | "statusAt" | "updatedAt",
    number | null
  >
>;

function datesIn(reading: Reading): Dates {
  const before = reading.faults.length;
  const receivedAt = dateOf(reading, "receivedAt", false);
  if (receivedAt === null && reading.faults.length === before)
    fault(reading, "receivedAt", pathOf(reading, "receivedAt"), "missing");
  return {
    receivedAt,
    dueAt: dateOf(reading, "dueAt", true),
    newDueAt: dateOf(reading, "newDueAt", true),
    finishedAt: dateOf(reading, "finishedAt", false),
    returnedAt: dateOf(reading, "returnedAt", false),
    statusAt: dateOf(reading, "statusAt", false),
    updatedAt: dateOf(reading, "updatedAt", false),
  };
}

function withoutStatus(reading: Reading, { returnedAt, finishedAt }: Dates): ReadStatus | null {
  if (reading.faults.some(({ field }) => field === "status")) return null;
  if (reading.rules.withoutStatus === "refuse")
    return fault(reading, "status", pathOf(reading, "status"), "missing");
  const code = returnedAt !== null ? "10" : finishedAt !== null ? "9" : "4";
  return { code, raw: "" };
}

function procedureIn(
  reading: Reading,
): Pick<DossierRecord, "procedureCode" | "procedureName"> | null {
  const procedureCode = textOf(reading, "procedureCode", MAX_CODE, true);
  const procedureName = textOf(reading, "procedureName", MAX_PROCEDURE, false) ?? procedureCode;
  if (procedureName === null)
    return fault(reading, "procedureName", pathOf(reading, "procedureName"), "missing");
  return { procedureCode, procedureName };
}

function holderIn(reading: Reading): DossierHolder | null {
  const name = textOf(reading, "holderName", MAX_NAME, false);
  const phone = phoneOf(textOf(reading, "phone", MAX_UNIT, false));
  const identity = textOf(reading, "identity", MAX_NUMBER, false);
  const kind = textOf(reading, "holderKind", MAX_NUMBER, false) ?? "citizen";
  if (kind !== "citizen" && kind !== "business")
    return fault(reading, "holderKind", pathOf(reading, "holderKind"), "unknown_value");
  if (name === null && phone === null && identity === null) return null;
  return { name: name ?? "", kind, phone, identity };
}

/** A phone, also out of a column that holds an address beside it; the address is not kept. */
function phoneOf(text: string | null): string | null {
  return text === null ? null : (/\+?\d(?:[ .-]?\d){7,12}(?!\d)/.exec(text)?.[0] ?? null);
}

function textsIn(
  reading: Reading,
  code: DossierCode | null,
  status: StatusCode | null,
  holderName: string,
): Pick<DossierRecord, "field" | "agencyCode" | "unit" | "missing" | "resultPlace"> {
  const agency = textOf(reading, "agencyCode", MAX_UNIT, false)?.toUpperCase() ?? "";
  const unit = textOf(reading, "unit", MAX_UNIT, false);
  const placeRule = reading.rules.fields.get("resultPlace");
  const hasPlace = placeRule !== undefined && isFor(placeRule, status);
  const place = hasPlace ? textOf(reading, "resultPlace", MAX_UNIT, false) : null;
  return {
    field: textOf(reading, "field", MAX_NAME, false),
    // The first part of a code is the agency that handles it (TT 04/2025/TT-VPCP Đ.23).
    agencyCode: parseAgencyId(agency) === null ? (code?.agency ?? null) : agency,
    unit:
      unit === null || parseAgencyId(unit.toUpperCase()) !== null
        ? null
        : withoutHolder(unit, holderName),
    missing: listOf(reading, "missing", status).map((text) => withoutHolder(text, holderName)),
    resultPlace: place === null ? null : withoutHolder(place, holderName),
  };
}

/**
 * A fee, as far as it is known whether it is paid: a source that has no mark for that says so only by
 * asking for it (status 6).
 */
function feeIn(reading: Reading, status: StatusCode | null): DossierRecord["fee"] {
  const amount = moneyOf(reading, "feeAmount");
  const mark = flagOf(reading, "feePaid");
  const isPaid = mark ?? (status === "6" ? false : null);
  return amount === null || amount === 0 || isPaid === null ? null : { amount, isPaid };
}
