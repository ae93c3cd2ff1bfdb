import type { RecentCall } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import { EMPTY_HERO, type Hero, HERO_MIN_MS, heroAt } from "./hero.ts";

const T0 = 1_000_000;

function call(label: string, seq: number, at = T0): RecentCall {
  return {
    seq,
    ticketId: `id-${label}`,
    label,
    counterId: "q1",
    serviceId: "land",
    language: "vi",
    at,
    count: 0,
  };
}

const A = call("A", 1);
const B = call("B", 2);
const C = call("C", 3);
const D = call("D", 4);
const started = heroAt(EMPTY_HERO, [], T0);
const shown = (hero: Hero): readonly string[] => hero.shown.map((entry) => entry.call.label);

describe("heroAt", () => {
  it("shows a call that was there before as the old one it is", () => {
    const hero = heroAt(EMPTY_HERO, [call("B", 2, T0 - 60_000), call("A", 1, T0 - 90_000)], T0);
    expect(hero.shown).toEqual([{ call: call("B", 2, T0 - 60_000), since: T0 - 60_000 }]);
  });

  it("splits for a second fresh call, the newest first", () => {
    const one = heroAt(started, [A], T0);
    expect(shown(one)).toEqual(["A"]);
    expect(shown(heroAt(one, [B, A], T0 + 1_000))).toEqual(["B", "A"]);
  });

  it("keeps each for its 8 s: a third call waits for the first to have had them", () => {
    const two = heroAt(heroAt(started, [A], T0), [B, A], T0 + 1_000);
    const three = heroAt(two, [C, B, A], T0 + 2_000);
    expect(shown(three)).toEqual(["B", "A"]);
    expect(shown(heroAt(three, [C, B, A], T0 + HERO_MIN_MS - 1))).toEqual(["B", "A"]);
    expect(shown(heroAt(three, [C, B, A], T0 + HERO_MIN_MS))).toEqual(["C", "B"]);
  });

  it("gives calls that came at once their turns in their order", () => {
    let hero = heroAt(started, [D, C, B, A], T0);
    expect(shown(hero)).toEqual(["B", "A"]);
    hero = heroAt(hero, [D, C, B, A], T0 + HERO_MIN_MS);
    expect(shown(hero)).toEqual(["D", "C"]);
  });

  it("lets one call stay until the next, and the older of two go when its time is over", () => {
    const two = heroAt(heroAt(started, [A], T0), [B, A], T0 + 1_000);
    expect(shown(heroAt(two, [B, A], T0 + HERO_MIN_MS))).toEqual(["B"]);
    expect(shown(heroAt(two, [B, A], T0 + 900_000))).toEqual(["B"]);
  });

  it("starts anew with a recall, at its place", () => {
    const two = heroAt(heroAt(started, [A], T0), [B, A], T0 + 1_000);
    const recall = { ...call("A", 5), count: 1 };
    const hero = heroAt(two, [recall, B], T0 + 5_000);
    expect(hero.shown).toEqual([
      { call: B, since: T0 + 1_000 },
      { call: recall, since: T0 + 5_000 },
    ]);
  });

  it("drops a call that was taken back, also one that waits", () => {
    const two = heroAt(heroAt(started, [A], T0), [B, A], T0 + 1_000);
    expect(shown(heroAt(two, [A], T0 + 2_000))).toEqual(["A"]);
    const three = heroAt(two, [C, B, A], T0 + 2_000);
    expect(shown(heroAt(three, [B, A], T0 + HERO_MIN_MS))).toEqual(["B"]);
  });
});
