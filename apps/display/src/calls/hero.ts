import type { RecentCall } from "@luot/hub-client";

/** A call stands in the hero area at least so long, ms. */
export const HERO_MIN_MS = 8_000;
/** So many calls can stand in the hero area. */
const HERO_MAX = 2;

/** A call and since when this screen shows it in front, ms of the hub's clock. */
export interface HeroCall {
  readonly call: RecentCall;
  readonly since: number;
}

/** What the hero area shows, and up to which call it has looked. */
export interface Hero {
  readonly shown: readonly HeroCall[];
  /** The `seq` of the newest call seen; `null` before the first look. */
  readonly seenSeq: number | null;
  /** Calls that came while both places were taken, the oldest first. */
  readonly next: readonly RecentCall[];
}

/** Before anything was called. */
export const EMPTY_HERO: Hero = { shown: [], seenSeq: null, next: [] };

/**
 * The hero area at a moment. Pure. Rules:
 * - the newest call is in front; a second fresh one splits the area, the newest first;
 * - a call keeps its place for at least {@link HERO_MIN_MS}; those that come meanwhile wait;
 * - a recall of a ticket that is shown counts as a new call of it, at its place;
 * - a call that was taken back leaves at once;
 * - the last call stays until the next; at the first look it stands there as the old call it is.
 *
 * @param calls the calls of this screen, the latest first
 */
export function heroAt(hero: Hero, calls: readonly RecentCall[], now: number): Hero {
  const known = new Map(calls.map((call) => [call.ticketId, call]));
  const seenSeq = Math.max(hero.seenSeq ?? 0, calls[0]?.seq ?? 0);
  const [latest] = calls;
  if (hero.seenSeq === null) {
    const shown = latest === undefined ? [] : [{ call: latest, since: latest.at }];
    return { shown, seenSeq, next: [] };
  }
  const { seenSeq: before } = hero;
  const fresh = calls.filter(({ seq }) => seq > before).toReversed();
  const seated = hero.shown.filter(({ call }) => known.has(call.ticketId));
  const waiting = [...hero.next, ...fresh]
    .map(({ ticketId }) => known.get(ticketId))
    .filter((call) => call !== undefined)
    .filter((call, i, all) => all.findIndex(({ ticketId }) => ticketId === call.ticketId) === i);
  return { ...seat(seated, waiting, now), seenSeq };
}

function seat(
  seated: readonly HeroCall[],
  waiting: readonly RecentCall[],
  now: number,
): Pick<Hero, "shown" | "next"> {
  let shown = seated;
  const next: RecentCall[] = [];
  for (const call of waiting) {
    const entry = { call, since: now };
    if (shown.some((old) => old.call.ticketId === call.ticketId)) {
      shown = shown.map((old) => (old.call.ticketId === call.ticketId ? entry : old));
      continue;
    }
    const kept = shown.filter(({ since }) => now - since < HERO_MIN_MS);
    if (kept.length < HERO_MAX) shown = [entry, ...kept];
    else next.push(call);
  }
  const isOver = ({ since }: HeroCall): boolean => now - since >= HERO_MIN_MS;
  // Of two calls whose time is over the newer one stays: the hall still looks for it.
  const rest = shown.filter((entry, i) => i === 0 || !isOver(entry));
  return { shown: rest, next };
}
