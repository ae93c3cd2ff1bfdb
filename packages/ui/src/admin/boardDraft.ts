import type { BoardSeen } from "./AdminSeen.ts";

/** A status board while it is typed. */
export interface BoardDraft {
  readonly period: BoardSeen["period"];
  readonly diagonal: string;
  readonly distance: string;
}

/** What hangs in most halls, and what its screen takes when nothing is said. */
const USUAL: BoardSeen = { period: "month", diagonalInches: 55, distanceM: 5 };

/** What the app takes at most; at least 1 of both. */
const MOST = { diagonalInches: 500, distanceM: 100 };

/** As one types it in either language; a point parts thousands nowhere, numbers are too small. */
const NUMBER = /^\d{1,3}(?:[.,]\d{1,3})?$/u;

/**
 * A board as it stands in the fields; the usual one where none was chosen. Pure.
 *
 * @param language in which numbers are written
 */
export function draftOf(board: BoardSeen | null, language: string): BoardDraft {
  const { period, diagonalInches, distanceM } = board ?? USUAL;
  const written = (value: number): string => value.toLocaleString(language);
  return { period, diagonal: written(diagonalInches), distance: written(distanceM) };
}

/** The board that was typed; `null` while one of its numbers can't be. Pure. */
export function boardOf({ period, diagonal, distance }: BoardDraft): BoardSeen | null {
  const diagonalInches = numberOf(diagonal, MOST.diagonalInches);
  const distanceM = numberOf(distance, MOST.distanceM);
  return diagonalInches === null || distanceM === null
    ? null
    : { period, diagonalInches, distanceM };
}

function numberOf(typed: string, most: number): number | null {
  const text = typed.trim();
  const value = NUMBER.test(text) ? Number(text.replace(",", ".")) : 0;
  return value >= 1 && value <= most ? value : null;
}
