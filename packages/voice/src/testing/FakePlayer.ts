import type { SpeechPlan } from "../plan/SpeechPlan.ts";
import type { SpeechAbility, SpeechProvider } from "../players/SpeechProvider.ts";
import { createAbortError, type StopSignal } from "../players/StopSignal.ts";
import type { ManualTime } from "./ManualTime.ts";

/**
 * - `ends`: the sound ends after `playMs`.
 * - `fails`: rejects after `playMs`; `throws`: throws at once instead of rejecting.
 * - `hangs`: never ends by itself, rejects when stopped; `deaf`: never answers at all.
 */
export type PlayerBehaviour = "ends" | "fails" | "throws" | "hangs" | "deaf";

/** One sounding of a plan. */
export interface Play {
  readonly plan: SpeechPlan;
  readonly startedMs: number;
  /** `null` while it sounds. */
  endedMs: number | null;
}

/** A loudspeaker on manual time that keeps what it played and misbehaves on request. */
export class FakePlayer implements SpeechProvider {
  readonly id: string;
  readonly plays: Play[] = [];
  ability: SpeechAbility = "yes";
  /** How the next plays go; the last one stays in force. */
  script: readonly { readonly behaviour: PlayerBehaviour; readonly playMs: number }[] = [
    { behaviour: "ends", playMs: 4_000 },
  ];
  readonly #time: ManualTime;

  constructor(id: string, time: ManualTime) {
    this.id = id;
    this.#time = time;
  }

  canSpeak(): Promise<SpeechAbility> {
    return Promise.resolve(this.ability);
  }

  play(plan: SpeechPlan, signal: StopSignal): Promise<void> {
    const step = this.script[Math.min(this.plays.length, this.script.length - 1)];
    const play: Play = { plan, startedMs: this.#time.now(), endedMs: null };
    this.plays.push(play);
    const end = (): void => {
      play.endedMs ??= this.#time.now();
    };
    signal.addEventListener("abort", end, { once: true });
    if (step?.behaviour === "throws") {
      end();
      throw new Error("no loudspeaker");
    }
    const outcome = Promise.withResolvers<void>();
    if (step?.behaviour === "deaf") return outcome.promise;
    signal.addEventListener("abort", () => outcome.reject(createAbortError()), { once: true });
    if (step?.behaviour === "hangs") return outcome.promise;
    const finish =
      step?.behaviour === "fails" ? () => outcome.reject(new Error("cut off")) : outcome.resolve;
    this.#time.schedule(step?.playMs ?? 0, () => {
      end();
      finish();
    });
    return outcome.promise;
  }
}
