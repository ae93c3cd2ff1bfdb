import { type State, toSnapshot } from "@luot/domain";
import type { Journal } from "@luot/store";

const EVENTS_BETWEEN = 5_000;

/** Takes snapshots often enough that a start is quick, and rarely enough to cost nothing. */
export class SnapshotKeeper {
  readonly #journal: Journal;
  readonly #now: () => number;
  #takenAtSeq: number;

  constructor(journal: Journal, now: () => number) {
    this.#journal = journal;
    this.#now = now;
    this.#takenAtSeq = journal.latestSnapshot()?.seq ?? 0;
  }

  /** Takes one when enough happened; a larger day is written less often. */
  keep(state: State): void {
    if (state.seq - this.#takenAtSeq >= EVENTS_BETWEEN + 2 * state.tickets.size) this.take(state);
  }

  /** Takes one now, unless nothing happened since the last. */
  take(state: State): void {
    if (state.seq === this.#takenAtSeq) return;
    this.#journal.saveSnapshot(toSnapshot(state), this.#now());
    this.#takenAtSeq = state.seq;
  }
}
