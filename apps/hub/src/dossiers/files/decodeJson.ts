import { ok, type Result } from "@luot/kit";
import { z } from "zod";
import { type FileFault, fileFault } from "./FileFault.ts";
import { MAX_ROWS } from "./limits.ts";
import type { RawFile, RawRow } from "./RawFile.ts";

const WrappedSchema = z.object({
  service: z.string().max(60).optional(),
  data: z.array(z.unknown()),
});

/**
 * Reads a list of records, plain or as the exchange wraps it: `{"service": …, "data": [ … ]}`.
 *
 * @param text composed text without a byte order mark
 * @returns `truncated` with the number of the record in which the text ends
 */
export function decodeJson(text: string): Result<RawFile, FileFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // The parser's message quotes the text, which names people.
    if (cause instanceof SyntaxError) return brokenAt(text);
    throw cause;
  }
  const wrapped = WrappedSchema.safeParse(value);
  const list: readonly unknown[] | null = Array.isArray(value)
    ? value
    : wrapped.success
      ? wrapped.data.data
      : null;
  if (list === null) return fileFault("no_list");
  if (list.length > MAX_ROWS) return fileFault("too_many_rows");
  return ok({
    format: "json",
    columns: [],
    service: wrapped.success ? (wrapped.data.service ?? null) : null,
    count: list.length,
    rows: () => recordsOf(list),
    isEndOpen: false,
  });
}

function* recordsOf(list: readonly unknown[]): Iterable<RawRow> {
  for (const [index, raw] of list.entries()) yield { row: index + 1, raw };
}

/** Says in which record of the list a text that is no JSON goes wrong, as near as brackets tell. */
function brokenAt(text: string): ReturnType<typeof fileFault> {
  const { depth, isInString, records } = walk(text);
  const isCut = depth > 0 || isInString;
  return fileFault(isCut ? "truncated" : "json_broken", isCut ? { row: records + 1 } : {});
}

interface Walk {
  readonly depth: number;
  readonly isInString: boolean;
  /** Objects that were closed in the outermost list. */
  readonly records: number;
}

/** Walks over brackets, leaving texts out. */
function walk(text: string): Walk {
  let depth = 0;
  let listDepth: number | null = null;
  let records = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (isInString) {
      if (letter === "\\") i += 1;
      else if (letter === '"') isInString = false;
    } else if (letter === '"') isInString = true;
    else if (letter === "[" || letter === "{") {
      depth += 1;
      if (letter === "[" && listDepth === null) listDepth = depth;
    } else if (letter === "]" || letter === "}") {
      depth -= 1;
      if (letter === "}" && depth === listDepth) records += 1;
    }
  }
  return { depth, isInString, records };
}
