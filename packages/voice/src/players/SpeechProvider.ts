import type { SpeechLanguage, SpeechPlan } from "../plan/SpeechPlan.ts";
import type { StopSignal } from "./StopSignal.ts";

/** `degraded`: it can say something, but not every sentence, or not as words. */
export type SpeechAbility = "yes" | "no" | "degraded";

/** Anything that can turn a plan into sound: a clip pack, a synthesiser, a chime. */
export interface SpeechProvider {
  /** Short name for logs and events, for instance `clips:espeak-vi`. */
  readonly id: string;
  canSpeak(language: SpeechLanguage): Promise<SpeechAbility>;
  /**
   * Plays a plan and resolves when the sound has ended. Rejects when it could not be played, and
   * when the signal is pulled, after which it must be silent.
   */
  play(plan: SpeechPlan, signal: StopSignal): Promise<void>;
}
