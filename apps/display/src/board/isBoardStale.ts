import type { Board, CentreSettings } from "@luot/hub-client";

const MINUTE_MS = 60_000;

/**
 * Whether a board is older than the centre lets it be: as the hub said, or since then, where the hub
 * is no longer heard. Pure.
 *
 * @param now hub's time, epoch ms
 */
export function isBoardStale(
  { asOf, isStale }: Pick<Board, "asOf" | "isStale">,
  { dossiers }: Pick<CentreSettings, "dossiers">,
  now: number,
): boolean {
  if (isStale) return true;
  if (asOf === null || dossiers === undefined) return false;
  return now - asOf > dossiers.staleAfterMinutes * MINUTE_MS;
}
