import type { SpeechLanguage } from "../plan/SpeechPlan.ts";
import { CHIME_PROVIDER_ID } from "./createChimeProvider.ts";
import type { SpeechAbility, SpeechProvider } from "./SpeechProvider.ts";
import { orAborted } from "./StopSignal.ts";

/** Told each time a provider failed and the next one is tried. */
export type FallThroughListener = (providerId: string, error: unknown) => void;

async function bestAbility(
  providers: readonly SpeechProvider[],
  language: SpeechLanguage,
): Promise<SpeechAbility> {
  const abilities = await Promise.all(providers.map((each) => each.canSpeak(language)));
  if (abilities.includes("yes")) return "yes";
  return abilities.includes("degraded") ? "degraded" : "no";
}

/**
 * Joins providers into one that never stays silent while any of them works: the first that speaks
 * the language plays, the next takes over when it fails, and the chime is the last.
 *
 * A provider that half speaks a language keeps its place: it fails only on the sentences it has not
 * got. A provider that was stopped by the signal has not failed: the chain stops with it.
 *
 * @param providers in order of preference; the last one is the chime of `createChimeProvider`
 * @param onFallThrough told of every failure that the next provider then covers
 * @throws RangeError when the last provider is not the chime
 */
export function createProviderChain(
  providers: readonly SpeechProvider[],
  onFallThrough: FallThroughListener,
): SpeechProvider {
  if (providers.at(-1)?.id !== CHIME_PROVIDER_ID)
    throw new RangeError("a provider chain ends with the chime");
  return {
    id: "chain",
    canSpeak: (language) => bestAbility(providers, language),
    async play(plan, signal) {
      let lastError: unknown = new Error(`no provider speaks ${plan.language}`);
      for (const provider of providers) {
        try {
          const ability = await orAborted(provider.canSpeak(plan.language), signal);
          if (ability === "no") continue;
          return await provider.play(plan, signal);
        } catch (error) {
          if (signal.aborted) throw error;
          onFallThrough(provider.id, error);
          lastError = error;
        }
      }
      throw lastError;
    },
  };
}
