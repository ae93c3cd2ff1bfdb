import { parseAgencyId } from "./agencyId.ts";

/** What is needed of an agency to find it by its identifiers. */
export interface AgencyCodes {
  readonly id: string;
  /** Its identifiers, of the old and the new form. */
  readonly codes?: readonly string[] | undefined;
}

/** Finds a centre's agency by an identifier. */
export interface AgencyIndex {
  /** @returns the agency's id in the settings; `null` when it is none of this centre */
  find(identifier: string | null): string | null;
}

/**
 * Builds the index of a centre's alias table. An identifier of the new form belongs to the nearest
 * unit above it that is in the table (`H56.29.11` → `H56.29`); one of the old form only to itself,
 * and neither form is computed from the other (vietnam.md: that relation is unverified). Of two
 * agencies with one identifier the first has it.
 */
export function createAgencyIndex(agencies: readonly AgencyCodes[]): AgencyIndex {
  const ids = new Map<string, string>();
  for (const { id, codes } of agencies)
    for (const code of codes ?? []) {
      const key = spelt(code);
      if (!ids.has(key)) ids.set(key, id);
    }
  return {
    find(identifier) {
      if (identifier === null) return null;
      let key = spelt(identifier);
      const exact = ids.get(key);
      if (exact !== undefined || parseAgencyId(key) !== "new") return exact ?? null;
      for (let end = key.lastIndexOf("."); end > 0; end = key.lastIndexOf(".")) {
        key = key.slice(0, end);
        const above = ids.get(key);
        if (above !== undefined) return above;
      }
      return null;
    },
  };
}

function spelt(identifier: string): string {
  return identifier.trim().toUpperCase();
}
