const KEY = "luot.session";

/** The officer's session of this tab: it survives a reload and ends with the tab. */
export function readSession(): string | null {
  return sessionStorage.getItem(KEY);
}

/** Keeps the session, or forgets it with `null`. */
export function writeSession(session: string | null): void {
  if (session === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, session);
}
