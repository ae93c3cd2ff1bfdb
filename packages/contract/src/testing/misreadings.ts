import type { JsonSchema } from "./JsonSchema.ts";
import { alternativesOf, boundsOf, isSame, NOTES, tagsOf, valuesOf } from "./schemaParts.ts";

/** How a reader treats keys it does not know: as a fault, as the hub does, or as nothing. */
export type UnknownKeys = "refused" | "ignored";

/** Compared part by part below; other keywords must be the same on both sides. */
const TAKEN_APART = new Set(
  (
    "type const enum anyOf oneOf properties required items additionalProperties propertyNames " +
    "minLength maxLength minItems maxItems minimum maximum exclusiveMinimum exclusiveMaximum"
  ).split(" "),
);

interface Place {
  readonly path: string;
  readonly unknownKeys: UnknownKeys;
}

const inside = (at: Place, key: string): Place => ({ ...at, path: `${at.path}.${key}` });
const fault = ({ path }: Place, what: string): string => `${path === "" ? "." : path}: ${what}`;

/**
 * What a writer may write that a reader does not take: one line for each, with its path.
 *
 * Errs to the safe side: what it can't compare, it reports unless both sides say the same.
 *
 * @returns no line when the reader takes all that the writer may write
 */
export function misreadings(
  written: JsonSchema,
  read: JsonSchema,
  unknownKeys: UnknownKeys,
): readonly string[] {
  return compare(written, read, { path: "", unknownKeys });
}

function compare(written: JsonSchema, read: JsonSchema, at: Place): readonly string[] {
  const reads = alternativesOf(read);
  return alternativesOf(written).flatMap((one) => {
    const tags = tagsOf(one);
    const tried = reads
      .filter((other) => !areOpposed(tags, tagsOf(other)))
      .map((other) => compareOne(one, other, at));
    // When none takes it, the one that comes nearest says most.
    const [nearest] = tried.toSorted((a, b) => a.length - b.length);
    return nearest ?? [fault(at, `${JSON.stringify(Object.fromEntries(tags))} is not read`)];
  });
}

type Tags = ReadonlyMap<string, unknown>;

function areOpposed(a: Tags, b: Tags): boolean {
  return [...a].some(([key, value]) => b.has(key) && !isSame(b.get(key), value));
}

function compareOne(written: JsonSchema, read: JsonSchema, at: Place): readonly string[] {
  if (Object.keys(read).every((keyword) => NOTES.has(keyword))) return [];
  const values = valuesOf(written);
  const wanted = valuesOf(read);
  if (wanted !== null) {
    if (values === null) return [fault(at, `more is written than ${JSON.stringify(wanted)}`)];
    return values
      .filter((value) => !wanted.some((other) => isSame(value, other)))
      .map((value) => fault(at, `${JSON.stringify(value)} is not read`));
  }
  const isTaken = written.type === read.type || isIntegerForNumber(written, read);
  if (!isTaken) return [fault(at, `${typeName(written)} is written, ${typeName(read)} is read`)];
  if (values !== null) return compareValues(values, read, at);
  return [
    ...compareBounds(written, read, at),
    ...compareOthers(written, read, at),
    ...compareItems(written, read, at),
    ...compareProperties(written, read, at),
  ];
}

function isIntegerForNumber(written: JsonSchema, read: JsonSchema): boolean {
  return written.type === "integer" && read.type === "number";
}

function typeName({ type }: JsonSchema): string {
  return type === undefined ? "anything" : String(type);
}

/** Fixed values against a reader that names none: texts by length and pattern. */
function compareValues(values: readonly unknown[], read: JsonSchema, at: Place): readonly string[] {
  const { min, max } = boundsOf(read);
  const pattern = typeof read["pattern"] === "string" ? new RegExp(read["pattern"], "u") : null;
  return values
    .filter((value) => {
      const size = typeof value === "string" ? value.length : Number(value);
      return size < min || size > max || (pattern !== null && !pattern.test(String(value)));
    })
    .map((value) => fault(at, `${JSON.stringify(value)} is not read`));
}

function compareBounds(written: JsonSchema, read: JsonSchema, at: Place): readonly string[] {
  const writes = boundsOf(written);
  const reads = boundsOf(read);
  return [
    ...(writes.min < reads.min ? [fault(at, `below ${reads.min} is not read`)] : []),
    ...(writes.max > reads.max ? [fault(at, `above ${reads.max} is not read`)] : []),
  ];
}

function compareOthers(written: JsonSchema, read: JsonSchema, at: Place): readonly string[] {
  return Object.keys(read)
    .filter((keyword) => !NOTES.has(keyword) && !TAKEN_APART.has(keyword))
    .filter((keyword) => !isSame(written[keyword], read[keyword]))
    .map((keyword) => fault(at, `another ${keyword} is read`));
}

function compareItems(written: JsonSchema, read: JsonSchema, at: Place): readonly string[] {
  if (read.items === undefined) return [];
  return compare(written.items ?? {}, read.items, inside(at, "[]"));
}

function compareProperties(written: JsonSchema, read: JsonSchema, at: Place): readonly string[] {
  const writes = written.properties ?? {};
  const reads = read.properties ?? {};
  const surely = new Set(written.required);
  const missing = (read.required ?? [])
    .filter((key) => !surely.has(key))
    .map((key) => fault(inside(at, key), "may be missing, and is needed"));
  // Who ignores unknown keys may still have shown what is gone.
  const gone =
    at.unknownKeys === "refused"
      ? []
      : Object.keys(reads)
          .filter((key) => !Object.hasOwn(writes, key) && !(read.required ?? []).includes(key))
          .map((key) => fault(inside(at, key), "is no longer written"));
  const known = Object.entries(writes).flatMap(([key, part]) =>
    compareProperty(
      part,
      Object.hasOwn(reads, key) ? reads[key] : undefined,
      read,
      inside(at, key),
    ),
  );
  return [...missing, ...gone, ...known, ...compareOtherKeys(written, read, at)];
}

function compareProperty(
  written: JsonSchema,
  named: JsonSchema | undefined,
  reader: JsonSchema,
  at: Place,
): readonly string[] {
  if (named !== undefined) return compare(written, named, at);
  const { additionalProperties: others } = reader;
  if (typeof others === "object") return compare(written, others, at);
  if (others === false && at.unknownKeys === "refused") return [fault(at, "is an unknown key")];
  return [];
}

/** Keys without a name of their own, as maps from ids have them. */
function compareOtherKeys(written: JsonSchema, read: JsonSchema, at: Place): readonly string[] {
  const others = written.additionalProperties;
  if (others === false || read.type !== "object") return [];
  if (read.additionalProperties === false)
    return at.unknownKeys === "refused" ? [fault(at, "unknown keys are no longer read")] : [];
  if (typeof read.additionalProperties !== "object") return [];
  const part = typeof others === "object" ? others : {};
  return [
    ...compare(part, read.additionalProperties, inside(at, "*")),
    ...compare(written.propertyNames ?? {}, read.propertyNames ?? {}, inside(at, "(key)")),
  ];
}
