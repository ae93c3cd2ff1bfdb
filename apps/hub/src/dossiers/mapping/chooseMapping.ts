import type { MappingChoice } from "@luot/contract";
import { BUILT_IN_MAPPINGS, type Mapping } from "@luot/dossier";
import { keyOf } from "../files/findHeadings.ts";
import type { RawFile } from "../files/RawFile.ts";
import { wantedColumns } from "./wantedColumns.ts";

/** A mapping and what it is called in a report. */
export interface ChosenMapping {
  readonly name: string;
  readonly mapping: Mapping;
}

/** The name of a mapping that is the centre's own. */
export const OWN_MAPPING = "own";

const ALL: readonly ChosenMapping[] = Object.entries(BUILT_IN_MAPPINGS).map(([name, mapping]) => ({
  name,
  mapping,
}));

/** Names of columns that say where the headings of a table are, before its mapping is chosen. */
export function columnsToLookFor(choice: MappingChoice): readonly string[] {
  return [...new Set(candidates(choice).flatMap(({ mapping }) => wantedColumns(mapping)))];
}

/**
 * The mapping of a file: the one that was named, or with `auto` the one of the hub's own that knows
 * most names of the file's first record.
 *
 * @returns `null` with `auto` for a file in which none finds a dossier's code
 */
export function chooseMapping(choice: MappingChoice, file: RawFile): ChosenMapping | null {
  const possible = candidates(choice);
  if (choice !== "auto") return possible[0] ?? null;
  const names = namesOf(file);
  let best: { readonly chosen: ChosenMapping; readonly known: number } | null = null;
  for (const chosen of possible) {
    if (!hasCode(chosen.mapping, names)) continue;
    const known = wantedColumns(chosen.mapping).filter((name) => names.has(firstName(name))).length;
    if (best === null || known > best.known) best = { chosen, known };
  }
  return best?.chosen ?? null;
}

/** Which of the names that a mapping needs for a code a table lacks; `null` when it has one. */
export function missingColumn({ fields }: Mapping, file: RawFile): string | null {
  if (file.format === "json") return null;
  const names = namesOf(file);
  const paths = fields.code?.from ?? [];
  return paths.some((path) => names.has(firstName(path))) ? null : (paths[0] ?? "code");
}

function candidates(choice: MappingChoice): readonly ChosenMapping[] {
  if (typeof choice !== "string") return [{ name: OWN_MAPPING, mapping: choice }];
  return choice === "auto" ? ALL : ALL.filter(({ name }) => name === choice);
}

function hasCode({ fields }: Mapping, names: ReadonlySet<string>): boolean {
  return fields.code?.from.some((path) => names.has(firstName(path))) === true;
}

function namesOf(file: RawFile): ReadonlySet<string> {
  if (file.format !== "json") return new Set(file.columns.map(keyOf));
  for (const { raw } of file.rows())
    return new Set(typeof raw === "object" && raw !== null ? Object.keys(raw).map(keyOf) : []);
  return new Set();
}

/** What stands before the first dot or bracket; the whole for a heading. */
function firstName(path: string): string {
  return keyOf(/^[^.[]*/u.exec(path)?.[0] ?? path);
}
