import type { CatalogueProcedure } from "@luot/contract";
import { parseProcedureCode } from "@luot/dossier";

/**
 * Gives procedures that come without a line the one they had: by code and name, else by code, else
 * that of most procedures of the same field. Without any they go to guidance. Which are asked for
 * often stays too.
 */
export function keepLines(
  incoming: readonly CatalogueProcedure[],
  stored: readonly CatalogueProcedure[],
  serviceIds: ReadonlySet<string>,
): readonly CatalogueProcedure[] {
  const byName = new Map(stored.map((known) => [`${codeOf(known)} ${known.name}`, known]));
  const byCode = new Map(stored.map((known) => [codeOf(known), known]));
  const fieldLines = linesOfFields(stored);
  return incoming.map((procedure) => {
    const code = codeOf(procedure);
    const known = byName.get(`${code} ${procedure.name}`) ?? byCode.get(code);
    const line = known?.serviceId ?? fieldLines.get(procedure.field ?? "") ?? null;
    return {
      ...procedure,
      serviceId: line !== null && serviceIds.has(line) ? line : null,
      isCommon: known?.isCommon ?? false,
    };
  });
}

function codeOf({ code }: CatalogueProcedure): string {
  return parseProcedureCode(code)?.national ?? code;
}

/** Field → the line that most of its procedures have. */
function linesOfFields(stored: readonly CatalogueProcedure[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const [field, inField] of Map.groupBy(stored, (known) => known.field)) {
    if (field === null) continue;
    const counted = [...Map.groupBy(inField, ({ serviceId }) => serviceId)]
      .map(([line, all]) => ({ line, count: all.length }))
      .toSorted((a, b) => b.count - a.count);
    const most = counted.find(({ line }) => line !== null)?.line;
    if (most !== undefined && most !== null) lines.set(field, most);
  }
  return lines;
}
