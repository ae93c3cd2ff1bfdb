/** One name of a path, and which entry of a list under it is meant. */
interface Segment {
  readonly name: string;
  readonly pick: "one" | "last" | "each";
}

/** A path of a mapping, ready for use. */
export interface SourcePath {
  /** As the mapping has it: a column's heading may hold dots. */
  readonly whole: string;
  readonly segments: readonly Segment[];
  /** Whether it means every entry of a list. */
  readonly isEach: boolean;
}

/** A value in a record, and where it was. */
export interface Found {
  readonly path: string;
  readonly value: unknown;
}

const MAX_SEGMENTS = 8;
/** More entries of one list are not read: no dossier has as many papers or fees. */
const MAX_ENTRIES = 200;
const BRACKET = /\[(last|each)\]$/;

/** Reads a path. @returns `null` for one that can't be */
export function parseSourcePath(text: string): SourcePath | null {
  if (isBlank(text)) return null;
  // A heading may end in a dot [Số ĐT.].
  if (!/[[\]]/.test(text) && text.split(".").some(isBlank))
    return { whole: text, segments: [{ name: text, pick: "one" }], isEach: false };
  const segments: Segment[] = [];
  for (const part of text.split(".")) {
    const picked = BRACKET.exec(part)?.[1];
    const name = picked === undefined ? part : part.slice(0, -picked.length - 2);
    if (name.trim() === "" || /[[\]]/.test(name)) return null;
    segments.push({ name, pick: picked === "last" || picked === "each" ? picked : "one" });
  }
  if (segments.length > MAX_SEGMENTS) return null;
  return { whole: text, segments, isEach: segments.some(({ pick }) => pick === "each") };
}

/** All that a path finds in a record, in order; values that hold nothing are left out. */
export function findInSource(record: object, path: SourcePath): readonly Found[] {
  // A heading with a dot in it is one name, when it is spelt exactly so.
  if (path.segments.length > 1 && Object.hasOwn(record, path.whole))
    return follow(record, [{ name: path.whole, pick: "one" }], 0, "");
  return follow(record, path.segments, 0, "");
}

/** @param from which of the segments comes next */
function follow(
  value: unknown,
  segments: readonly Segment[],
  from: number,
  path: string,
): readonly Found[] {
  const segment = segments[from];
  if (segment === undefined) return isNothing(value) ? NONE : [{ path, value }];
  if (!isObject(value)) return NONE;
  const under = valueOf(value, segment.name);
  if (isNothing(under)) return NONE;
  const here = path === "" ? segment.name : `${path}.${segment.name}`;
  if (segment.pick === "one") return follow(under, segments, from + 1, here);
  const entries: readonly unknown[] = Array.isArray(under) ? under.slice(0, MAX_ENTRIES) : [under];
  const findAt = (at: number): readonly Found[] =>
    follow(entries[at], segments, from + 1, `${here}[${at}]`);
  if (segment.pick === "each") return entries.flatMap((_, at) => findAt(at));
  for (let at = entries.length - 1; at >= 0; at--) {
    const found = findAt(at);
    if (found.length > 0) return found;
  }
  return NONE;
}

const NONE: readonly Found[] = [];

/** Whether a value says nothing: none, or blanks. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && isBlank(value));
}

function isBlank(text: string): boolean {
  return text === "" || text.trim() === "";
}

/** Whether a value has fields: an object that is neither a list nor a date. */
export function isObject(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

/** The names of a record's fields, by their spelling. */
interface Shape {
  readonly keys: readonly string[];
  readonly bySpelling: ReadonlyMap<string, string>;
}

/** Records of one source have the same few lists of names: each is spelt once, not with each record. */
const shapes: Shape[] = [];
const MAX_SHAPES_KEPT = 8;
/** A longer list is no table's, and not kept. */
const MAX_KEYS_KEPT = 200;

/** A field by its name, exactly or else without regard to capitals and blanks; own fields only. */
function valueOf(record: object, name: string): unknown {
  if (Object.hasOwn(record, name)) return Reflect.get(record, name);
  const key = shapeOf(record).bySpelling.get(foldName(name));
  return key === undefined ? undefined : Reflect.get(record, key);
}

function shapeOf(record: object): Shape {
  const keys = Object.keys(record);
  const known = shapes.find((shape) => isSameList(shape.keys, keys));
  if (known !== undefined) return known;
  const bySpelling = new Map<string, string>();
  for (const key of keys) {
    const spelt = foldName(key);
    if (!bySpelling.has(spelt)) bySpelling.set(spelt, key);
  }
  const made = { keys, bySpelling };
  if (keys.length <= MAX_KEYS_KEPT) shapes.unshift(made);
  if (shapes.length > MAX_SHAPES_KEPT) shapes.pop();
  return made;
}

function isSameList(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}

const names = new Map<string, string>();
const MAX_NAMES_KEPT = 5_000;
const MAX_NAME_CHARACTERS = 200;

/** One spelling of a name or a value: composed letters, small ones, single blanks. */
export function foldName(text: string): string {
  const kept = names.get(text);
  if (kept !== undefined) return kept;
  const short = text.slice(0, MAX_NAME_CHARACTERS);
  const spelt = short.normalize("NFC").trim().split(/\s/).filter(Boolean).join(" ").toLowerCase();
  if (names.size >= MAX_NAMES_KEPT) names.clear();
  names.set(text, spelt);
  return spelt;
}
