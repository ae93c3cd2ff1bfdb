import type { Outcome, Score } from "@luot/domain";

/** What happened to a number that was taken for a dossier. Nothing of its holder. */
export interface OutMessage {
  /** The same each time it is told: whoever is told twice can know. Later ones are larger in `seq`. */
  readonly id: string;
  /** Of the fact in the hub's journal. */
  readonly seq: number;
  /** `undone`: what was told last of this number did not happen. */
  readonly type: "number-taken" | "called" | "served" | "rated" | "undone";
  /** `null` for `rated`: what somebody thinks is not kept beside their dossier. */
  readonly dossierCode: string | null;
  /** ISO 8601, UTC; for `rated` the day alone. */
  readonly at: string;
  /** As the citizen reads it, e.g. `A017`. */
  readonly label: string;
  /** Number of the counter; `null` where there is none. */
  readonly counter: number | null;
  readonly outcome: Outcome | null;
  readonly score: Score | null;
}
