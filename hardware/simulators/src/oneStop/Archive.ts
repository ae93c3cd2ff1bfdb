import { type DossierLife, lifeOf, stepAt } from "./DossierLife.ts";
import { dayNumberOf, isWorkingDay } from "./vietnamTime.ts";

/** How many dossiers there are, and over which days they are received. */
export interface ArchivePlan {
  readonly seed: number;
  readonly count: number;
  /** Day of the first one, epoch ms. */
  readonly from: number;
  /** Day before which the last one is received, epoch ms. */
  readonly until: number;
  /** Put into every made-up name, so that a leak of it can be searched for; "" for none. */
  readonly mark: string;
}

/** A dossier at its last change. */
export interface Change {
  readonly life: DossierLife;
  /** Epoch ms. */
  readonly at: number;
}

/** The dossiers of a made-up office. What will happen to each is settled when it is made. */
export class Archive {
  readonly lives: readonly DossierLife[];
  readonly #changes: readonly Change[];
  readonly #byCode: ReadonlyMap<string, DossierLife>;

  constructor(plan: ArchivePlan) {
    this.lives = [...livesOf(plan)];
    this.#changes = this.lives
      .flatMap((life) => life.steps.map(({ at }) => ({ life, at })))
      .toSorted((a, b) => a.at - b.at || a.life.index - b.life.index);
    this.#byCode = new Map(this.lives.map((life) => [life.code, life]));
  }

  /** The dossier of a code, received or not yet. */
  find(code: string): DossierLife | null {
    return this.#byCode.get(code) ?? null;
  }

  /**
   * The dossiers whose last change lies in a stretch of time, in order of that change.
   *
   * @param since epoch ms, included
   * @param now epoch ms, included
   */
  changed(since: number, now: number): readonly Change[] {
    const found: Change[] = [];
    for (let at = this.#firstSince(since); at < this.#changes.length; at++) {
      const change = this.#changes[at];
      if (change === undefined || change.at > now) break;
      if (change.life.steps[stepAt(change.life, now)]?.at === change.at) found.push(change);
    }
    return found;
  }

  /** By halving: a million changes are looked through for every page. */
  #firstSince(since: number): number {
    let [low, high] = [0, this.#changes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#changes[middle]?.at ?? 0) < since) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * The lives of all dossiers of a plan, in the order they were received, one after the other: as
 * many as you like need no memory.
 *
 * @throws Error when no working day lies between `from` and `until`
 */
export function* livesOf(plan: ArchivePlan): Generator<DossierLife> {
  const days: number[] = [];
  for (let day = dayNumberOf(plan.from); day < dayNumberOf(plan.until); day++)
    if (isWorkingDay(day)) days.push(day);
  if (days.length === 0) throw new Error("no working day to receive a dossier on");
  let [today, sequence] = [-1, 0];
  for (let index = 0; index < plan.count; index++) {
    const dayNumber = days[Math.floor((index * days.length) / plan.count)] ?? 0;
    sequence = dayNumber === today ? sequence + 1 : 1;
    today = dayNumber;
    yield lifeOf({ seed: plan.seed, index, dayNumber, sequence, mark: plan.mark });
  }
}
