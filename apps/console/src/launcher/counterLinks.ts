/** How many counters get a large link; the others get a small one. */
const LARGE_COUNTERS = 3;
const DEMO_COUNTERS = [1, 2, 3].map((number) => ({ id: `q0${number}`, number }));

interface CounterLink {
  readonly id: string;
  readonly number: number;
}

/**
 * The counters to link, the first three large. Until the settings came, those of a demonstration.
 *
 * @param counters of the settings, or `null` before they came
 */
export function counterLinks(counters: readonly CounterLink[] | null): {
  readonly large: readonly CounterLink[];
  readonly small: readonly CounterLink[];
} {
  const all = (counters ?? DEMO_COUNTERS).toSorted((a, b) => a.number - b.number);
  return { large: all.slice(0, LARGE_COUNTERS), small: all.slice(LARGE_COUNTERS) };
}
