import { type DossierFacts, dueOf } from "./Dossier.ts";
import { closingOf } from "./onTime.ts";

const DAY_MS = 86_400_000;

/** How long is kept after a dossier's end, in days. */
export interface Keeping {
  readonly holderDays: number;
  readonly dossierDays: number;
}

/**
 * What of a dossier is past its purpose: its `holder`, or the whole `dossier`. The purpose ends when
 * its result is returned, or when it was refused, withdrawn or stopped. One that never ends, because
 * nobody fetched its result or its source went silent, goes as a whole when the time of a dossier
 * has passed since its last sign of life.
 *
 * @param now epoch ms
 * @returns `null` while all is still needed
 */
export function isPastPurpose(
  dossier: DossierFacts,
  now: number,
  keep: Keeping,
): "holder" | "dossier" | null {
  const end = endOf(dossier);
  const since = (now - (end ?? lastSign(dossier))) / DAY_MS;
  if (since > keep.dossierDays) return "dossier";
  return end !== null && since > keep.holderDays ? "holder" : null;
}

function endOf(dossier: DossierFacts): number | null {
  const { status, returnedAt, finishedAt, statusAt, updatedAt, receivedAt } = dossier;
  const closing = closingOf(dossier);
  if (closing.kind === "ended") return closing.at;
  if (status === "10") return returnedAt ?? statusAt ?? finishedAt ?? updatedAt ?? receivedAt;
  return status === null ? returnedAt : null;
}

function lastSign(dossier: DossierFacts): number {
  const { receivedAt, finishedAt, returnedAt, statusAt, updatedAt } = dossier;
  const known = [dueOf(dossier), finishedAt, returnedAt, statusAt, updatedAt];
  return Math.max(receivedAt, ...known.filter((at) => at !== null));
}
