/** Something the display said, for tests that look at what a hall hears. Hub's time, epoch ms. */
export interface Spoken {
  readonly label: string;
  readonly counter: number;
  /** When it was called. */
  readonly at: number;
  readonly kind: "call" | "recall";
  readonly startedAt: number;
  /** `null` while it sounds. */
  endedAt: number | null;
}

/** Spelt so that nothing else on a page has it. */
const NAME = "__luotSpoken";

declare global {
  interface Window {
    /** Only there with `?trace=1`. */
    __luotSpoken?: Spoken[];
  }
}

/** The list that tests read; `null` where nobody asked for it. */
export function spokenTrace(isTraced: boolean): Spoken[] | null {
  if (!isTraced) return null;
  const kept: Spoken[] = window[NAME] ?? [];
  window[NAME] = kept;
  return kept;
}
