import type { AudioContextLike, AudioNodeLike } from "./AudioContextLike.ts";
import { createAbortError, type StopSignal } from "./StopSignal.ts";

/** Where sound is played. */
export interface AudioOutput {
  readonly audioContext: AudioContextLike;
  /** A node in front of the loudspeaker (volume, mute); the context's own output when left out. */
  readonly output?: AudioNodeLike;
}

/**
 * Plays samples as one buffer, so that no timer can open a gap inside a sentence.
 *
 * @param samples one channel at the context's own rate
 * @returns when the sound has ended
 * @throws Error when the context is not running (the page was not touched yet): its clock stands
 *   still and the end would never come; `AbortError` when the signal is pulled
 */
export async function playSamples(
  samples: Float32Array,
  { audioContext, output }: AudioOutput,
  signal: StopSignal,
): Promise<void> {
  if (signal.aborted) throw createAbortError();
  if (audioContext.state !== "running")
    throw new Error(`audio is ${audioContext.state}, not running`);
  const buffer = audioContext.createBuffer(1, Math.max(1, samples.length), audioContext.sampleRate);
  buffer.getChannelData(0).set(samples);
  const source = audioContext.createBufferSource();
  source.buffer = buffer;
  source.connect(output ?? audioContext.destination);

  const ended = Promise.withResolvers<void>();
  const stop = (): void => {
    // First: stopping ends the sound, which would look as if it had been played.
    ended.reject(createAbortError());
    source.stop();
  };
  signal.addEventListener("abort", stop, { once: true });
  source.addEventListener("ended", () => ended.resolve(), { once: true });
  source.start();
  try {
    await ended.promise;
  } finally {
    signal.removeEventListener("abort", stop);
    source.disconnect();
  }
}
