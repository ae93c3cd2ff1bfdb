import { parseProcedureCode } from "@luot/dossier";
import type { Store } from "@luot/store";

/** Finds the line that the catalogue names for a procedure; `null` when it names none. */
export type ProcedureLines = (procedureCode: string | null) => string | null;

/**
 * Reads the catalogue's lines, anew whenever it changes. Of a code that names several procedures
 * the line counts only where they share one.
 */
export function createProcedureLines(
  catalogue: Pick<Store["catalogue"], "hash" | "read">,
): ProcedureLines {
  let known: { readonly hash: string | null; readonly lines: ReadonlyMap<string, string | null> } =
    {
      hash: null,
      lines: new Map(),
    };
  return (procedureCode) => {
    if (procedureCode === null) return null;
    const hash = catalogue.hash();
    if (hash !== known.hash) known = { hash, lines: linesOf(catalogue.read()?.procedures ?? []) };
    return known.lines.get(keyOf(procedureCode)) ?? null;
  };
}

function linesOf(
  procedures: readonly { readonly code: string; readonly serviceId: string | null }[],
): ReadonlyMap<string, string | null> {
  const lines = new Map<string, string | null>();
  for (const { code, serviceId } of procedures) {
    const key = keyOf(code);
    lines.set(key, !lines.has(key) || lines.get(key) === serviceId ? serviceId : null);
  }
  return lines;
}

/** Codes are compared by their national part. */
function keyOf(code: string): string {
  return parseProcedureCode(code)?.national ?? code;
}
