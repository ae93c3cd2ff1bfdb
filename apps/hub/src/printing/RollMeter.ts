import type { MetaStore } from "@luot/store";
import { z } from "zod";
import type { Alarms } from "../Alarms.ts";

/** The paper in the printer, mm; lengths are those of the head's feed. */
export interface RollState {
  readonly lengthMm: number;
  readonly usedMm: number;
  /** Epoch ms of the last change of the roll. */
  readonly changedAt: number;
}

export interface RollMeterDeps {
  readonly meta: MetaStore;
  readonly alarms: Alarms;
  readonly now: () => number;
  /** Length of a new roll, mm; 0 when nobody wants it counted. */
  readonly rollMm: number;
}

const KEY = "paper_roll";
const StoredSchema = z.object({ usedMm: z.number().nonnegative(), changedAt: z.int() });
/** With so little left somebody fetches a roll: about sixty tickets. */
const LOW_MM = 5_000;

/**
 * Counts the paper that was printed since the roll was changed, because most cheap printers have no
 * sensor for its end. Kept in the data folder; written after each paper.
 */
export class RollMeter {
  readonly #deps: RollMeterDeps;
  #usedMm: number;
  #changedAt: number;

  constructor(deps: RollMeterDeps) {
    this.#deps = deps;
    const stored = StoredSchema.safeParse(JSON.parse(deps.meta.read(KEY) ?? "{}"));
    this.#usedMm = stored.success ? stored.data.usedMm : 0;
    this.#changedAt = stored.success ? stored.data.changedAt : deps.now();
    this.#judge();
  }

  /** `null` when nobody wants it counted. */
  state(): RollState | null {
    const { rollMm } = this.#deps;
    if (rollMm === 0) return null;
    return { lengthMm: rollMm, usedMm: Math.round(this.#usedMm), changedAt: this.#changedAt };
  }

  /** Counts a paper that left the printer. @param mm its length with the feed to the cutter */
  use(mm: number): void {
    this.#usedMm += mm;
    this.#keep();
  }

  /** A new roll is in. */
  change(): void {
    this.#usedMm = 0;
    this.#changedAt = this.#deps.now();
    this.#keep();
  }

  #keep(): void {
    const { meta } = this.#deps;
    meta.write(KEY, JSON.stringify({ usedMm: this.#usedMm, changedAt: this.#changedAt }));
    this.#judge();
  }

  #judge(): void {
    const { alarms, rollMm } = this.#deps;
    const leftMm = rollMm - this.#usedMm;
    if (rollMm === 0 || leftMm > LOW_MM) return alarms.clearKind("roll_low");
    alarms.clearKind("roll_low");
    alarms.raise("roll_low", String(Math.max(0, Math.round(leftMm / 1_000))));
  }
}
