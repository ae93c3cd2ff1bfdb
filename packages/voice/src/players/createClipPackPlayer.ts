import { clipTexts, type SpeechPlan } from "../plan/SpeechPlan.ts";
import { joinClips } from "./joinClips.ts";
import { type AudioOutput, playSamples } from "./playSamples.ts";
import type { SpeechProvider } from "./SpeechProvider.ts";
import { orAborted } from "./StopSignal.ts";
import { missingClips, type VoiceClip, type VoiceManifest } from "./VoiceManifest.ts";

export interface ClipPackOptions extends AudioOutput {
  readonly manifest: VoiceManifest;
  /** Gets the bytes of a clip's file; rejects when it cannot. */
  readonly fetchClip: (name: string, clip: VoiceClip) => Promise<ArrayBuffer>;
}

/** A provider that plays recorded clips of one language. */
export interface ClipPackPlayer extends SpeechProvider {
  /**
   * Fetches and decodes every clip, so that the first call of the day starts at once.
   *
   * @returns the names of the clips that could not be loaded; they are tried again when needed
   */
  preload(): Promise<readonly string[]>;
}

/** Decoded clips by name. Each is fetched once; a failure is forgotten, so it is tried again. */
function createClipCache({ manifest, fetchClip, audioContext }: ClipPackOptions) {
  const decoded = new Map<string, Promise<Float32Array>>();
  const load = async (name: string): Promise<Float32Array> => {
    const clip = manifest.clips[name];
    if (clip === undefined) throw new Error(`clip pack ${manifest.id} has no clip ${name}`);
    const buffer = await audioContext.decodeAudioData(await fetchClip(name, clip));
    return buffer.getChannelData(0);
  };
  return (name: string): Promise<Float32Array> => {
    const known = decoded.get(name);
    if (known !== undefined) return known;
    const loading = load(name).catch((error: unknown) => {
      decoded.delete(name);
      throw error;
    });
    decoded.set(name, loading);
    return loading;
  };
}

/**
 * Plays plans from a clip pack: loads the clips, joins them with the plan's gaps into one buffer
 * and plays that.
 *
 * `canSpeak` is `no` for another language and `degraded` when clips are missing. `play` rejects
 * when a clip cannot be had, when the audio context is not running, and when it is stopped.
 */
export function createClipPackPlayer(options: ClipPackOptions): ClipPackPlayer {
  const { manifest, audioContext } = options;
  const clip = createClipCache(options);
  const isComplete = missingClips(manifest, clipTexts(manifest.lang)).length === 0;

  const render = async (plan: SpeechPlan): Promise<Float32Array> => {
    const parts = await Promise.all(
      plan.parts.map(async (part) => ("gapMs" in part ? part : clip(part.clip))),
    );
    return joinClips(parts, audioContext.sampleRate);
  };
  return {
    id: `clips:${manifest.id}`,
    canSpeak: (language) =>
      Promise.resolve(language !== manifest.lang ? "no" : isComplete ? "yes" : "degraded"),
    async play(plan, signal) {
      if (plan.language !== manifest.lang)
        throw new Error(`clip pack ${manifest.id} does not speak ${plan.language}`);
      await playSamples(await orAborted(render(plan), signal), options, signal);
    },
    async preload() {
      const names = Object.keys(manifest.clips);
      const outcomes = await Promise.allSettled(names.map(clip));
      return names.filter((_, i) => outcomes[i]?.status === "rejected");
    },
  };
}
