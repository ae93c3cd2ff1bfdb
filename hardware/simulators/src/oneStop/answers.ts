import { createHash } from "node:crypto";
import type { Archive } from "./Archive.ts";
import type { HoSo } from "./HoSo.ts";
import { hoSoAt } from "./hoSoAt.ts";
import { readStamp } from "./vietnamTime.ts";

const MOST_A_PAGE = 1_000;

/** What was asked of the list of dossiers. */
export interface ListQuestion {
  readonly page: number;
  readonly size: number;
  /** Epoch ms by the server's own clock. */
  readonly changedSince: number;
}

/** Reads `page` (from 1), `size` and `changedSince` of an address. @returns `null` for nonsense */
export function readQuestion(params: URLSearchParams): ListQuestion | null {
  const page = Number(params.get("page") ?? "1");
  const size = Number(params.get("size") ?? "100");
  const since = params.get("changedSince");
  const changedSince = since === null || since === "" ? 0 : readStamp(since);
  const isSound = Number.isInteger(page) && page > 0 && Number.isInteger(size) && size > 0;
  if (!isSound || size > MOST_A_PAGE || changedSince === null) return null;
  return { page, size, changedSince };
}

/** A page of the list, in order of change, as the server would tell it when all is well. */
export function pageOf(
  archive: Archive,
  { page, size, changedSince }: ListQuestion,
  now: number,
  clockOffMs: number,
): { readonly total: number; readonly data: readonly HoSo[] } {
  const changes = archive.changed(changedSince - clockOffMs, now);
  const data = changes
    .slice((page - 1) * size, page * size)
    .map(({ life }) => hoSoAt(life, now, clockOffMs))
    .filter((record) => record !== null);
  return { total: changes.length, data };
}

/** Says some dossiers twice: at once, and again at the end. */
export function withDuplicates(data: readonly HoSo[]): readonly HoSo[] {
  return [...data.flatMap((row, at) => (at % 3 === 0 ? [row, row] : [row])), ...data.slice(0, 2)];
}

/** Says of some dossiers after their newest state also the one before it. */
export function withOldStates(
  archive: Archive,
  data: readonly HoSo[],
  now: number,
  clockOffMs: number,
): readonly HoSo[] {
  const old = data.map(({ MaHoSo }) => {
    const life = archive.find(MaHoSo);
    const last = life?.steps.findLast(({ at }) => at <= now);
    return life === null || last === undefined ? null : hoSoAt(life, last.at - 1, clockOffMs);
  });
  return [...data, ...old.filter((row) => row !== null)];
}

/** An entity tag of a body. */
export function tagOf(body: string): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}
