import { livesOf } from "./Archive.ts";
import type { HoSo } from "./HoSo.ts";
import { hoSoAt } from "./hoSoAt.ts";

/** What a set of made-up dossiers is like. */
export interface GeneratorOptions {
  /** The moment they are seen at, epoch ms. */
  readonly now: number;
  /** Over how many days before `now` they were received. */
  readonly historyDays: number;
  /** Put into every made-up name, so that a leak of it can be searched for; "" for none. */
  readonly mark: string;
}

/** Marks every made-up name, unless told otherwise. */
export const NAME_MARK = "DẤU VẾT";

const DAY_MS = 86_400_000;

/**
 * Made-up dossiers, oldest first: in every state, of several agencies, with both forms of codes.
 * The same seed and options give the same ones. Nobody's data: no phone begins with 010, and no
 * identity number with 000.
 */
export function* generateDossiers(
  seed: number,
  count: number,
  { now, historyDays, mark }: GeneratorOptions,
): Generator<HoSo> {
  const plan = { seed, count, from: now - historyDays * DAY_MS, until: now, mark };
  for (const life of livesOf(plan)) {
    const record = hoSoAt(life, now);
    if (record !== null) yield record;
  }
}
