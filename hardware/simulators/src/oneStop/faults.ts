import { type Random, seededRandom } from "./seededRandom.ts";

/** What can go wrong with an answer. */
export const ONE_STOP_FAULTS = [
  "slow",
  "error",
  "half",
  "duplicates",
  "outOfOrder",
  "encoding",
  "contentType",
  "tooMany",
  "endless",
  "silent",
  "cut",
  "loggedOut",
] as const;
export type OneStopFault = (typeof ONE_STOP_FAULTS)[number];

/** How a made-up server misbehaves. */
export interface OneStopTrouble {
  /** Share of answers that each fault befalls, 0 to 1; one fault an answer at most. */
  readonly rates: Readonly<Partial<Record<OneStopFault, number>>>;
  /** How much its clock is ahead of the true one; below 0 it is late. */
  readonly clockOffMs: number;
  /** How long `slow` takes. */
  readonly slowMs: number;
  /** What `tooMany` says in Retry-After. */
  readonly retryAfterSeconds: number;
}

export const NO_TROUBLE: OneStopTrouble = {
  rates: {},
  clockOffMs: 0,
  slowMs: 300,
  retryAfterSeconds: 1,
};

/** Deals out faults: those that were asked for first, then by chance that can be had again. */
export class FaultDeck {
  readonly #random: Random;
  readonly #asked: (OneStopFault | null)[] = [];
  /** How often each befell an answer. */
  readonly counts = new Map<OneStopFault, number>();

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** The next answers get these, in order; `null` for one that is well. */
  ask(faults: readonly (OneStopFault | null)[]): void {
    this.#asked.push(...faults);
  }

  /** The fault of the next answer, or `null`. */
  next(rates: OneStopTrouble["rates"]): OneStopFault | null {
    const asked = this.#asked.shift();
    const fault = asked === undefined ? this.#draw(rates) : asked;
    if (fault !== null) this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
    return fault;
  }

  #draw(rates: OneStopTrouble["rates"]): OneStopFault | null {
    let left = this.#random();
    for (const fault of ONE_STOP_FAULTS) {
      left -= rates[fault] ?? 0;
      if (left < 0) return fault;
    }
    return null;
  }
}
