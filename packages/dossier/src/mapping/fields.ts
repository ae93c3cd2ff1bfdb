import { type StatusCode } from "../Dossier.ts";
import { isStatusCode } from "../status.ts";
import { cleanText } from "./cleanText.ts";
import { DONE_WORDS, UNDONE_WORDS } from "./flagWords.ts";
import type { FaultReason, FieldFault, TargetField } from "./Mapping.ts";
import { parseMoney } from "./parseMoney.ts";
import { readDate } from "./readDate.ts";
import type { Rule, Rules } from "./rules.ts";
import { type Found, findInSource, foldName, isNothing } from "./sourcePath.ts";

/** One record while it is read. */
export interface Reading {
  readonly record: object;
  readonly rules: Rules;
  /** All that is wrong so far. */
  readonly faults: FieldFault[];
}

/** A status as it was written, and what it stands for. */
export interface ReadStatus {
  readonly code: StatusCode | null;
  readonly raw: string;
}

const MAX_RAW_STATUS = 100;
const MAX_COUNT = 1_000;
const MAX_LISTED = 30;
const MAX_LISTED_CHARACTERS = 300;
const MAX_AMOUNT = 1e12;

/** Notes what is wrong with a field. */
export function fault(
  { faults }: Reading,
  field: FieldFault["field"],
  path: string,
  reason: FaultReason,
): null {
  faults.push({ field, path, reason });
  return null;
}

/** The name a field has in the source, for a report. */
export function pathOf({ rules }: Reading, field: TargetField): string {
  return rules.fields.get(field)?.paths[0]?.whole ?? "";
}

/**
 * A text field.
 *
 * @param max characters; longer texts are cut, or refused for `isExact` ones (codes)
 */
export function textOf(
  reading: Reading,
  field: TargetField,
  max: number,
  isExact: boolean,
): string | null {
  const rule = reading.rules.fields.get(field);
  const [found] = rule === undefined ? [] : foundBy(reading, rule);
  if (rule === undefined || found === undefined) return null;
  const text = scalarText(found.value, isExact ? max + 1 : max);
  if (text === null) return fault(reading, field, found.path, "not_text");
  if (isExact && text.length > max) return fault(reading, field, found.path, "too_long");
  const meant = rule.values?.get(foldName(text)) ?? text;
  return meant === "" ? null : meant;
}

/** A date field in epoch ms. @param isDue whether a day without a time means the end of its work */
export function dateOf(reading: Reading, field: TargetField, isDue: boolean): number | null {
  const rule = reading.rules.fields.get(field);
  const [found] = rule === undefined ? [] : foundBy(reading, rule);
  if (rule === undefined || found === undefined) return null;
  if (isReplacedByNothing(found.value, rule)) return null;
  const { clock, dueTimeMs, earliest, latest } = reading.rules;
  const read = readDate(found.value, rule.formats, clock);
  if (read === null) return fault(reading, field, found.path, "not_a_date");
  const at = isDue && !read.hasTime ? read.at + dueTimeMs : read.at;
  if (!Number.isSafeInteger(at) || at < earliest || at > latest)
    return fault(reading, field, found.path, "date_out_of_range");
  return at;
}

/** The status; `null` when the source says none. Unknown words have no code. */
export function statusIn(reading: Reading): ReadStatus | null {
  const rule = reading.rules.fields.get("status");
  const [found] = rule === undefined ? [] : foundBy(reading, rule);
  if (rule === undefined || found === undefined) return null;
  const raw = scalarText(found.value, MAX_RAW_STATUS);
  if (raw === null) return fault(reading, "status", found.path, "not_text");
  const meant = rule.values?.get(foldName(raw)) ?? raw;
  if (meant === "") return null;
  const code = meant.replace(/^0(?=\d$)/, "");
  return { code: isStatusCode(code) ? code : null, raw };
}

/** A number of times: of what `[each]` finds, or as written. */
export function countOf(reading: Reading, field: TargetField): number | null {
  const rule = reading.rules.fields.get(field);
  const all = rule === undefined ? [] : foundBy(reading, rule);
  const [found] = all;
  if (rule === undefined || found === undefined) return null;
  if (rule.paths.some(({ isEach }) => isEach)) return Math.min(all.length, MAX_COUNT);
  const text = scalarText(found.value, 20);
  if (text === null || !/^\d+(?:\.0+)?$/.test(text))
    return fault(reading, field, found.path, "not_a_number");
  const count = Number(text);
  return count <= MAX_COUNT ? count : fault(reading, field, found.path, "number_out_of_range");
}

/** An amount in đồng: the sum of all that is found. */
export function moneyOf(reading: Reading, field: TargetField): number | null {
  const rule = reading.rules.fields.get(field);
  const all = rule === undefined ? [] : foundBy(reading, rule);
  if (rule === undefined || all.length === 0) return null;
  let sum = 0;
  for (const { path, value } of all) {
    const text = scalarText(value, 40);
    const amount = text === null ? null : parseMoney(rule.values?.get(foldName(text)) ?? text);
    if (amount === null) return fault(reading, field, path, "not_a_number");
    sum += amount;
    if (sum < 0 || sum > MAX_AMOUNT) return fault(reading, field, path, "number_out_of_range");
  }
  return sum;
}

/** A yes or no; of several it is yes when all are. */
export function flagOf(reading: Reading, field: TargetField): boolean | null {
  const rule = reading.rules.fields.get(field);
  const all = rule === undefined ? [] : foundBy(reading, rule);
  if (rule === undefined || all.length === 0) return null;
  let isEvery = true;
  for (const { path, value } of all) {
    const text = scalarText(value, 100);
    if (text === null) return fault(reading, field, path, "not_text");
    const word = foldName(rule.values?.get(foldName(text)) ?? text);
    if (word === "") return null;
    if (!DONE_WORDS.has(word) && !UNDONE_WORDS.has(word))
      return fault(reading, field, path, "unknown_value");
    isEvery &&= DONE_WORDS.has(word);
  }
  return isEvery;
}

/** Texts that are listed: entries, lines, or what semicolons part. At most 30, each once. */
export function listOf(
  reading: Reading,
  field: TargetField,
  status: StatusCode | null,
): readonly string[] {
  const rule = reading.rules.fields.get(field);
  if (rule === undefined || !isFor(rule, status)) return [];
  const listed = new Set<string>();
  for (const { path, value } of foundBy(reading, rule))
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (isNothing(entry)) continue;
      const text = scalarRaw(entry);
      if (text === null) {
        fault(reading, field, path, "not_text");
        return [];
      }
      for (const part of text.slice(0, 10_000).split(/[\n;]/)) {
        const clean = cleanText(part, MAX_LISTED_CHARACTERS);
        if (clean !== "" && listed.size < MAX_LISTED) listed.add(clean);
      }
    }
  return [...listed];
}

/** Whether a rule counts while a dossier has a status. */
export function isFor({ whenStatus }: Rule, status: StatusCode | null): boolean {
  return whenStatus === null || (status !== null && whenStatus.has(status));
}

/** What the first path that holds something finds; else the default. */
function foundBy({ record }: Reading, rule: Rule): readonly Found[] {
  for (const path of rule.paths) {
    const found = findInSource(record, path);
    if (found.length > 0) return found;
  }
  return rule.default === null ? [] : [{ path: rule.paths[0]?.whole ?? "", value: rule.default }];
}

function isReplacedByNothing(value: unknown, { values }: Rule): boolean {
  if (values === null) return false;
  const text = scalarText(value, 100);
  return text !== null && values.get(foldName(text)) === "";
}

function scalarText(value: unknown, max: number): string | null {
  const text = scalarRaw(value);
  return text === null ? null : cleanText(text, max);
}

function scalarRaw(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  return typeof value === "number" && Number.isFinite(value) ? String(value) : null;
}
