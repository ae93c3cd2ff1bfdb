import type { RecentCall } from "@luot/hub-client";
import { useState } from "react";
import { EMPTY_HERO, type Hero, type HeroCall, heroAt } from "./hero.ts";

/**
 * The calls to show in front, the newest first.
 *
 * @param calls of this screen, the latest first
 * @param now hub's time; each change of it lets calls go whose time is over
 */
export function useHero(calls: readonly RecentCall[], now: number): readonly HeroCall[] {
  const [kept, setKept] = useState<{
    readonly hero: Hero;
    readonly calls: readonly RecentCall[] | null;
    readonly now: number;
  }>({ hero: EMPTY_HERO, calls: null, now: 0 });
  if (kept.calls === calls && kept.now === now) return kept.hero.shown;
  // React's own way to derive from the last render: it renders again at once with what is set.
  const hero = heroAt(kept.hero, calls, now);
  setKept({ hero, calls, now });
  return hero.shown;
}
