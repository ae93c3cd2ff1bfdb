import type { Identity, Lead, OfficerRole } from "@luot/contract";

/** Who works at this screen. */
export interface Officer {
  readonly officerId: string;
  readonly name: string;
  readonly role: OfficerRole;
  readonly rights: readonly string[];
  readonly isLocked: boolean;
  /** Who may let this counter work without the hub; `undefined` from a hub that does not say. */
  readonly leads?: readonly Lead[] | undefined;
}

/**
 * Who is signed in as far as this screen knows: what happened here since the hub last said who it
 * takes this screen for, and else what the hub said then.
 */
export interface OfficerSeen {
  /** The hub's word at the time; a newer word of the hub outweighs it. */
  readonly since: Identity | null;
  readonly officer: Officer | null;
}

/** The officer now. Pure. */
export function officerNow(seen: OfficerSeen | null, identity: Identity | null): Officer | null {
  return seen !== null && seen.since === identity ? seen.officer : (identity?.officer ?? null);
}

/** Whether an officer may call somebody out of the order. */
export function mayCallChosen({ role, rights }: Officer): boolean {
  return role === "supervisor" || role === "administrator" || rights.includes("call_chosen");
}

/** Whether an officer may give a number at the counter. */
export function mayIssue({ role }: Officer): boolean {
  return role !== "officer";
}

/** Whether an officer may see who handed a dossier in. */
export function mayOpenHolder({ role, rights }: Officer): boolean {
  return role === "supervisor" || role === "administrator" || rights.includes("open_holder");
}
