import type { LogFields } from "@luot/kit";

const MAX_CHARS = 300;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/u;

/**
 * Takes out of a text what could be about a person or open a door: rows of six digits and more
 * (identity and telephone numbers), long random words (tokens), and what follows the path of an
 * address. Pure.
 *
 * @returns at most 300 characters in one line
 */
export function scrubText(text: string): string {
  return text
    .slice(0, MAX_CHARS * 4)
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/([a-z][a-z0-9+.-]*:[^\s?#"'()]*)[?#][^\s"')]*/giu, "$1")
    .replaceAll(/[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*/gu, (word) => (word.length >= 24 ? "…" : word))
    .replaceAll(/\d(?:[ .-]?\d){5,}/gu, (row) => (IP_ADDRESS.test(row) ? row : "…"))
    .slice(0, MAX_CHARS);
}

/** The fields of a line as they may be kept: plain values, errors as their words, texts scrubbed. */
export function scrubFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, scrubValue(value)]),
  );
}

function scrubValue(value: unknown): unknown {
  if (typeof value === "string") return scrubText(value);
  if (value instanceof Error) return scrubText(`${value.name}: ${value.message}`);
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (value === undefined) return null;
  return scrubText(JSON.stringify(value));
}
