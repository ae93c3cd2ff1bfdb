import type { DossierHolder } from "../Dossier.ts";

/**
 * How a date is written. `excel` is a table's own date: its serial number, or a `Date` whose UTC
 * fields are the wall time. `iso` carries its own offset. A single digit for a day, month or hour is
 * read too, and `-` or `.` for `/`.
 */
export const DATE_FORMATS = [
  "yyyyMMddHHmmss",
  "yyyyMMddHHmm",
  "yyyyMMdd",
  "dd/MM/yyyy HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "HH:mm dd/MM/yyyy",
  "dd/MM/yyyy",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-dd",
  "iso",
  "excel",
  "epoch-ms",
  "epoch-s",
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** The fields of a dossier that a mapping fills, by what their value is. */
export const TARGET_FIELDS = {
  code: "code",
  procedureCode: "text",
  procedureName: "text",
  field: "text",
  agencyCode: "text",
  unit: "text",
  holderName: "text",
  holderKind: "text",
  phone: "text",
  identity: "text",
  receivedAt: "date",
  dueAt: "date",
  newDueAt: "date",
  reappointments: "count",
  finishedAt: "date",
  returnedAt: "date",
  status: "status",
  statusAt: "date",
  missing: "list",
  feeAmount: "money",
  feePaid: "flag",
  resultPlace: "text",
  updatedAt: "date",
} as const;
export type TargetField = keyof typeof TARGET_FIELDS;

/** Where one field of a dossier comes from. All data, so that an administrator can edit it. */
export interface FieldRule {
  /**
   * Names in the source, joined by dots; the first that holds something is taken. `[last]` after a
   * name: the last entry of a list that holds something; `[each]`: every entry (papers are listed,
   * money is added up, re-appointments are counted). Names are found without regard to capitals and
   * double blanks; the columns of a table are names too.
   */
  readonly from: readonly string[];
  /** For dates, tried in order; the mapping's own formats when left out. */
  readonly format?: readonly DateFormat[] | undefined;
  /** What a value stands for, compared without regard to capitals; "" stands for nothing. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** Taken when the source holds nothing. */
  readonly default?: string | undefined;
  /** Taken only while the dossier has one of these statuses; for `missing` and `resultPlace`. */
  readonly whenStatus?: readonly string[] | undefined;
}

/** How the records of one source become dossiers. A document: plain data, nothing runs in it. */
export interface Mapping {
  /** IANA name of the wall clock of dates without an offset. */
  readonly timeZone: string;
  /** Formats of every date field that names none of its own. */
  readonly dateFormats: readonly DateFormat[];
  /**
   * `HH:mm`: the time of day of a due date that is written without one, or at midnight, which no
   * office means: the end of the working day.
   */
  readonly dueTime: string;
  /**
   * What to do when a record holds no status: `refuse` it, or read it from the `dates`: returned →
   * 10, finished → 9, else 4.
   */
  readonly withoutStatus: "refuse" | "dates";
  readonly fields: Readonly<Partial<Record<TargetField, FieldRule>>>;
}

/** Why a field can't be read. */
export type FaultReason =
  | "not_an_object"
  | "missing"
  | "not_text"
  | "too_long"
  | "not_a_code"
  | "not_a_date"
  | "date_out_of_range"
  | "not_a_number"
  | "number_out_of_range"
  | "unknown_value";

/** What is wrong with one field of a record. It never carries the value: that may be a person's. */
export interface FieldFault {
  readonly field: TargetField | "record";
  /** The name in the source, e.g. `DanhSachLePhi[0].Gia`; "" for the whole record. */
  readonly path: string;
  readonly reason: FaultReason;
}

/** What is wrong with a mapping, at the place an administrator has to look. */
export interface MappingFault {
  /** E.g. `fields.dueAt.format[1]`. */
  readonly path: string;
  readonly reason:
    | "required"
    | "unknown_field"
    | "unknown_format"
    | "unknown_status"
    | "unknown_kind"
    | "unknown_flag"
    | "unknown_time_zone"
    | "bad_path"
    | "bad_time"
    | "not_for_this_field";
  /** In English, for a log or a command line; screens translate the reason. */
  readonly message: string;
}

/** What a mapping is read with. */
export interface ReadContext {
  /** Epoch ms: dates must lie from 2000 to 20 years from now. */
  readonly now: number;
  /** Patterns of other systems' numbers that are codes here too (`HS-####-#####`). */
  readonly extraCodes: readonly string[];
}

/** The kinds of holders a value may stand for. */
export const HOLDER_KINDS = [
  "citizen",
  "business",
] as const satisfies readonly DossierHolder["kind"][];
