import { err, ok, type Result } from "@luot/kit";
import type {
  PartFrame,
  PartLook,
  PartSize,
  TemplatePart,
  TicketField,
  TicketTemplate,
} from "./TicketTemplate.ts";

/** What is wrong with a template, and where: `parts[3].size`. */
export interface TemplateFault {
  readonly path: string;
  readonly message: string;
}

type Parsed<T> = Result<T, TemplateFault>;
type Fields = Readonly<Record<string, unknown>>;

const SIZES: readonly PartSize[] = ["small", "normal", "large", "huge"];
const FRAMES: readonly PartFrame[] = ["none", "frame", "bar"];
const WEIGHTS = ["regular", "bold"] as const;
const LINES = ["solid", "dashed"] as const;
const FIELDS: readonly TicketField[] = [
  "centre",
  "reprint",
  "title",
  "label",
  "service",
  "agency",
  "class",
  "counters",
  "ahead",
  "estimate",
  "scan-hint",
  "notice",
  "time",
  "footer",
];
const KINDS = [...FIELDS, "text", "qr", "rule", "gap"] as const;
const LOOK_KEYS = ["size", "weight", "frame"];
const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  text: ["vi", "en", ...LOOK_KEYS],
  qr: ["size"],
  rule: ["line"],
  gap: ["size"],
};
/** With these a ticket cannot become metres of paper, whatever its template says. */
const MAX_PARTS = 40;
const MAX_TEXT_CHARACTERS = 200;
/** These may come again; a field of the ticket stands on it once. */
const REPEATABLE = new Set(["text", "rule", "gap"]);

/**
 * Reads a template from parsed JSON. Strict: an unknown key, a part that comes twice or a template
 * without the number is refused, so that a slip is seen in the settings and not on the paper.
 *
 * @returns the first fault and where it is
 */
export function parseTicketTemplate(value: unknown): Parsed<TicketTemplate> {
  const fields = fieldsOf(value, "", ["parts"]);
  if (!fields.ok) return fields;
  const list: unknown = fields.value["parts"];
  if (!Array.isArray(list)) return fault("parts", "a list of parts");
  if (list.length > MAX_PARTS) return fault("parts", `at most ${MAX_PARTS} parts`);
  const parts: TemplatePart[] = [];
  const seen = new Set<string>();
  for (const [at, item] of list.entries()) {
    const part = parsePart(item, `parts[${at}]`);
    if (!part.ok) return part;
    const { kind } = part.value;
    if (seen.has(kind) && !REPEATABLE.has(kind))
      return fault(`parts[${at}].kind`, `'${kind}' once only`);
    seen.add(kind);
    parts.push(part.value);
  }
  return seen.has("label") ? ok({ parts }) : fault("parts", "a part of the kind 'label'");
}

function parsePart(value: unknown, path: string): Parsed<TemplatePart> {
  const whole = fieldsOf(value, path, null);
  if (!whole.ok) return whole;
  const kind = oneOf(whole.value["kind"], KINDS, `${path}.kind`);
  if (!kind.ok) return kind;
  const fields = fieldsOf(value, path, ["kind", ...(KEYS_OF[kind.value] ?? LOOK_KEYS)]);
  if (!fields.ok) return fields;
  switch (kind.value) {
    case "rule": {
      const line = oneOf(fields.value["line"], LINES, `${path}.line`);
      return line.ok ? ok({ kind: "rule", line: line.value }) : line;
    }
    case "qr":
    case "gap": {
      const look = parseLook(fields.value, path);
      return look.ok ? ok({ kind: kind.value, ...look.value }) : look;
    }
    case "text":
      return parseText(fields.value, path);
    default: {
      const look = parseLook(fields.value, path);
      return look.ok ? ok({ kind: kind.value, ...look.value }) : look;
    }
  }
}

function parseText(fields: Fields, path: string): Parsed<TemplatePart> {
  const look = parseLook(fields, path);
  if (!look.ok) return look;
  const vi = words(fields["vi"], `${path}.vi`);
  if (!vi.ok) return vi;
  if (!("en" in fields)) return ok({ kind: "text", vi: vi.value, ...look.value });
  const en = words(fields["en"], `${path}.en`);
  return en.ok ? ok({ kind: "text", vi: vi.value, en: en.value, ...look.value }) : en;
}

function parseLook(fields: Fields, path: string): Parsed<PartLook> {
  const size = optional(fields, "size", SIZES, path);
  if (!size.ok) return size;
  const weight = optional(fields, "weight", WEIGHTS, path);
  if (!weight.ok) return weight;
  const frame = optional(fields, "frame", FRAMES, path);
  return frame.ok ? ok({ ...size.value, ...weight.value, ...frame.value }) : frame;
}

function optional<K extends string, T extends string>(
  fields: Fields,
  key: K,
  known: readonly T[],
  path: string,
): Parsed<Partial<Record<K, T>>> {
  if (!(key in fields)) return ok({});
  const value = oneOf(fields[key], known, `${path}.${key}`);
  if (!value.ok) return value;
  const named: Partial<Record<K, T>> = {};
  named[key] = value.value;
  return ok(named);
}

/** @param keys what may stand there; `null` for anything */
function fieldsOf(value: unknown, path: string, keys: readonly string[] | null): Parsed<Fields> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fault(path, "an object");
  const strange = Object.keys(value).find((key) => keys !== null && !keys.includes(key));
  if (strange !== undefined)
    return fault(path === "" ? strange : `${path}.${strange}`, "nothing of this name");
  return ok(Object.fromEntries(Object.entries(value)));
}

function oneOf<T extends string>(value: unknown, known: readonly T[], path: string): Parsed<T> {
  const found = known.find((each) => each === value);
  return found === undefined ? fault(path, `one of ${known.join(", ")}`) : ok(found);
}

function words(value: unknown, path: string): Parsed<string> {
  const isGood = typeof value === "string" && value.length <= MAX_TEXT_CHARACTERS;
  if (!isGood || value.trim() === "")
    return fault(path, `words of at most ${MAX_TEXT_CHARACTERS} characters`);
  return ok(value);
}

const fault = (path: string, expected: string): Parsed<never> =>
  err({ path, message: `expected ${expected}` });
