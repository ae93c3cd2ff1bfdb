import { type AudioOutput, playSamples } from "./playSamples.ts";
import type { SpeechProvider } from "./SpeechProvider.ts";

/** The id by which a provider chain knows its last resort. */
export const CHIME_PROVIDER_ID = "chime-only";

/** E5 then C5 for a call, the same pair twice for a recall; frequencies in hertz. */
const CALL_NOTES = [659.26, 523.25];
const RECALL_NOTES = [...CALL_NOTES, ...CALL_NOTES];
const NOTE_MS = 450;
const PEAK = 0.4;
/** How fast a note dies away: to a third in this many milliseconds. */
const DECAY_MS = 180;
const ATTACK_MS = 5;

function chimeSamples(notes: readonly number[], sampleRate: number): Float32Array {
  const noteLength = Math.round((NOTE_MS / 1000) * sampleRate);
  const samples = new Float32Array(noteLength * notes.length);
  for (const [n, hertz] of notes.entries())
    for (let i = 0; i < noteLength; i++) {
      const ms = (i / sampleRate) * 1000;
      const level = Math.min(1, ms / ATTACK_MS) * Math.exp(-ms / DECAY_MS);
      const end = Math.min(1, (noteLength - i) / (0.02 * sampleRate));
      samples[n * noteLength + i] =
        PEAK * level * end * Math.sin((2 * Math.PI * hertz * ms) / 1000);
    }
  return samples;
}

/**
 * The last resort: a chime computed on the spot, which needs no file and no voice, so a call is
 * never silent. The number itself is on the screen.
 *
 * Every language is `degraded`: it calls attention and says nothing.
 */
export function createChimeProvider(audio: AudioOutput): SpeechProvider {
  return {
    id: CHIME_PROVIDER_ID,
    canSpeak: () => Promise.resolve("degraded"),
    play(plan, signal) {
      const isRecall = plan.parts.some(
        (part) => "clip" in part && (part.clip === "chime-recall" || part.clip === "phrase.recall"),
      );
      const notes = isRecall ? RECALL_NOTES : CALL_NOTES;
      return playSamples(chimeSamples(notes, audio.audioContext.sampleRate), audio, signal);
    },
  };
}
