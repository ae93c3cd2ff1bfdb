import { isStatusCode } from "../status.ts";
import { DONE_WORDS, UNDONE_WORDS } from "./flagWords.ts";
import {
  DATE_FORMATS,
  type FieldRule,
  HOLDER_KINDS,
  type Mapping,
  type MappingFault,
  TARGET_FIELDS,
  type TargetField,
} from "./Mapping.ts";
import { isTargetField, minutesOf } from "./rules.ts";
import { foldName, parseSourcePath } from "./sourcePath.ts";
import { zoneClock } from "../zoneClock.ts";

type Reason = MappingFault["reason"];

const MESSAGES: Readonly<Record<Reason, string>> = {
  required: "this has to be there",
  unknown_field: "a dossier has no such field",
  unknown_format: "no such way of writing a date",
  unknown_status: "not one of the codes 1 to 10",
  unknown_kind: "a holder is citizen or business",
  unknown_flag: "this can be true or false",
  unknown_time_zone: "no such time zone",
  bad_path: "a path is names joined by dots; [last] or [each] may follow a name",
  bad_time: "a time of day is like 17:00",
  not_for_this_field: "this does not go with this field",
};

/**
 * All that is wrong with a mapping's sense, each at its place; its shape (texts are texts) is checked
 * where the document is parsed.
 */
export function checkMapping(mapping: Mapping): readonly MappingFault[] {
  const faults: MappingFault[] = [];
  const note = (path: string, reason: Reason): void => {
    faults.push({ path, reason, message: MESSAGES[reason] });
  };
  if (!doesNotThrow(() => zoneClock(mapping.timeZone))) note("timeZone", "unknown_time_zone");
  if (!doesNotThrow(() => minutesOf(mapping.dueTime))) note("dueTime", "bad_time");
  checkFormats(mapping.dateFormats, "dateFormats", note);
  for (const [name, rule] of Object.entries(mapping.fields)) {
    const path = `fields.${name}`;
    if (!isTargetField(name)) note(path, "unknown_field");
    else if (rule !== undefined) checkRule(name, rule, path, note);
  }
  checkRequired(mapping, note);
  return faults;
}

type Note = (path: string, reason: Reason) => void;

function checkRequired({ fields, withoutStatus }: Mapping, note: Note): void {
  if (fields.code === undefined) note("fields.code", "required");
  if (fields.receivedAt === undefined) note("fields.receivedAt", "required");
  if (fields.procedureName === undefined && fields.procedureCode === undefined)
    note("fields.procedureName", "required");
  if (fields.status === undefined && withoutStatus === "refuse") note("fields.status", "required");
}

function checkRule(field: TargetField, rule: FieldRule, path: string, note: Note): void {
  if (rule.from.length === 0 && rule.default === undefined) note(`${path}.from`, "required");
  for (const [at, text] of rule.from.entries())
    if (parseSourcePath(text) === null) note(`${path}.from[${at}]`, "bad_path");
  if (rule.format !== undefined) {
    if (TARGET_FIELDS[field] !== "date") note(`${path}.format`, "not_for_this_field");
    checkFormats(rule.format, `${path}.format`, note);
  }
  if (rule.whenStatus !== undefined && field !== "missing" && field !== "resultPlace")
    note(`${path}.whenStatus`, "not_for_this_field");
  for (const [at, status] of (rule.whenStatus ?? []).entries())
    if (!isStatusCode(status)) note(`${path}.whenStatus[${at}]`, "unknown_status");
  const meanings = Object.entries(rule.values ?? {}).map(
    ([value, meaning]) => [`${path}.values.${value}`, meaning] as const,
  );
  const withDefault =
    rule.default === undefined
      ? meanings
      : [...meanings, [`${path}.default`, rule.default] as const];
  for (const [place, meaning] of withDefault) checkMeaning(field, meaning, place, rule, note);
}

function checkMeaning(
  field: TargetField,
  meaning: string,
  path: string,
  { values }: FieldRule,
  note: Note,
): void {
  if (meaning === "") return;
  // A default may be a word that the table translates.
  const word = path.endsWith(".default") ? (translated(meaning, values) ?? meaning) : meaning;
  if (field === "status" && !isStatusCode(word)) note(path, "unknown_status");
  if (field === "holderKind" && !HOLDER_KINDS.some((kind) => kind === word))
    note(path, "unknown_kind");
  const isFlag = DONE_WORDS.has(foldName(word)) || UNDONE_WORDS.has(foldName(word));
  if (field === "feePaid" && !isFlag) note(path, "unknown_flag");
}

function translated(word: string, values: FieldRule["values"]): string | undefined {
  return Object.entries(values ?? {}).find(([value]) => foldName(value) === foldName(word))?.[1];
}

function checkFormats(formats: readonly string[], path: string, note: Note): void {
  if (formats.length === 0) note(path, "required");
  for (const [at, format] of formats.entries())
    if (!DATE_FORMATS.some((known) => known === format)) note(`${path}[${at}]`, "unknown_format");
}

function doesNotThrow(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
