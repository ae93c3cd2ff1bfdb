import { type ZoneClock, zoneClock } from "../zoneClock.ts";
import {
  type DateFormat,
  type FieldRule,
  type Mapping,
  type ReadContext,
  TARGET_FIELDS,
  type TargetField,
} from "./Mapping.ts";
import { foldName, parseSourcePath, type SourcePath } from "./sourcePath.ts";

/** A field's rule, ready for many records. */
export interface Rule {
  readonly field: TargetField;
  readonly paths: readonly SourcePath[];
  readonly formats: readonly DateFormat[];
  readonly values: ReadonlyMap<string, string> | null;
  readonly default: string | null;
  readonly whenStatus: ReadonlySet<string> | null;
}

/** A mapping, ready for many records. */
export interface Rules {
  readonly fields: ReadonlyMap<TargetField, Rule>;
  readonly clock: ZoneClock;
  /** What is added to a due day without a time, in ms. */
  readonly dueTimeMs: number;
  readonly withoutStatus: Mapping["withoutStatus"];
  readonly extraCodes: readonly string[];
  /** Epoch ms; dates lie between the two. */
  readonly earliest: number;
  readonly latest: number;
}

const EARLIEST = Date.UTC(2000, 0, 1);
const YEARS_AHEAD_MS = 20 * 365.25 * 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Makes a mapping ready. What `checkMapping` would complain of is left out here.
 *
 * @throws RangeError when the mapping's time zone or due time can't be read
 */
export function rulesOf(mapping: Mapping, { now, extraCodes }: ReadContext): Rules {
  const fields = new Map<TargetField, Rule>();
  for (const field of fieldsOf(mapping)) {
    const rule = mapping.fields[field];
    if (rule !== undefined) fields.set(field, ruleOf(field, rule, mapping));
  }
  return {
    fields,
    clock: zoneClock(mapping.timeZone),
    dueTimeMs: minutesOf(mapping.dueTime) * MINUTE_MS,
    withoutStatus: mapping.withoutStatus,
    extraCodes,
    earliest: EARLIEST,
    latest: now + YEARS_AHEAD_MS,
  };
}

/** Whether a name is one of a dossier's fields. */
export function isTargetField(name: string): name is TargetField {
  return Object.hasOwn(TARGET_FIELDS, name);
}

/** The minutes of a time of day `HH:mm`. @throws RangeError when it is none */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined) throw new RangeError(`not a time of day: ${time}`);
  return Number(hours) * 60 + Number(minutes);
}

function fieldsOf({ fields }: Mapping): readonly TargetField[] {
  return Object.keys(fields).filter(isTargetField);
}

function ruleOf(field: TargetField, rule: FieldRule, mapping: Mapping): Rule {
  const { values, whenStatus } = rule;
  return {
    field,
    paths: rule.from.map(parseSourcePath).filter((path) => path !== null),
    formats: rule.format ?? mapping.dateFormats,
    values:
      values === undefined
        ? null
        : new Map(Object.entries(values).map(([from, to]) => [foldName(from), to])),
    default: rule.default ?? null,
    whenStatus: whenStatus === undefined ? null : new Set(whenStatus),
  };
}
