import { readFileSync, statSync } from "node:fs";
import { err, ok, type Result } from "@luot/kit";
import { DEFAULT_TEMPLATE, parseTicketTemplate, type TicketTemplate } from "@luot/printer";

const MAX_BYTES = 64 * 1024;

/**
 * Reads a centre's own layout of its tickets.
 *
 * @param file `null` for the layout that centres begin with
 * @returns what is wrong, with its place, when it is no such file
 */
export function readTicketTemplate(file: string | null): Result<TicketTemplate, string> {
  if (file === null) return ok(DEFAULT_TEMPLATE);
  let document: unknown;
  try {
    if (statSync(file).size > MAX_BYTES) return err(`${file} is larger than 64 KiB.`);
    document = JSON.parse(withoutMark(readFileSync(file, "utf8")));
  } catch (cause) {
    return err(`${file} can't be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const template = parseTicketTemplate(document);
  if (template.ok) return template;
  const { path, message } = template.error;
  return err(`${file}: ${path === "" ? "the document" : path}: ${message}`);
}

/** Editors on Windows put a byte order mark before a file. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}
