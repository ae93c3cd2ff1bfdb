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
    return follow(record, [{ name: path.whole, pick: "one" }], "");
  return follow(record, path.segments, "");
}

function follow(value: unknown, segments: readonly Segment[], path: string): readonly Found[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return isNothing(value) ? [] : [{ path, value }];
  if (!isObject(value)) return [];
  const under = valueOf(value, segment.name);
  const here = path === "" ? segment.name : `${path}.${segment.name}`;
  if (isNothing(under)) return [];
  if (segment.pick === "one") return follow(under, rest, here);
  const entries: readonly unknown[] = Array.isArray(under) ? under.slice(0, MAX_ENTRIES) : [under];
  const each = entries.map((entry, at) => () => follow(entry, rest, `${here}[${at}]`));
  if (segment.pick === "each") return each.flatMap((find) => find());
  for (const find of each.toReversed()) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
}

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

const folded = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** A field by its name, exactly or else without regard to capitals and blanks; own fields only. */
function valueOf(record: object, name: string): unknown {
  if (Object.hasOwn(record, name)) return Reflect.get(record, name);
  let fields = folded.get(record);
  if (fields === undefined) {
    const made = new Map<string, unknown>();
    for (const [key, value] of Object.entries(record)) {
      const spelt = foldName(key);
      if (!made.has(spelt)) made.set(spelt, value);
    }
    fields = made;
    folded.set(record, fields);
  }
  return fields.get(foldName(name));
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
