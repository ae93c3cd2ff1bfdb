import type { DossierSource } from "@luot/contract";

/** Takes the password out of a source, which is told to screens. */
export function withoutSecret(source: DossierSource): {
  readonly document: DossierSource;
  readonly secret: string | null;
} {
  if (source.kind !== "pull" || source.pull.login === null)
    return { document: source, secret: null };
  const { password, ...login } = source.pull.login;
  const pull = { ...source.pull, login: { ...login, password: null } };
  return { document: { ...source, pull }, secret: password };
}
