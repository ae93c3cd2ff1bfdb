/** Samples quieter than this (−50 dBFS) at either end of a clip count as silence. */
const SILENCE = 0.003;
const KEPT_SILENCE_MS = 10;
const FADE_IN_MS = 8;
const FADE_OUT_MS = 15;

/** A clip's samples, or silence in milliseconds. */
export type JoinPart = Float32Array | { readonly gapMs: number };

const isLoud = (sample: number): boolean => Math.abs(sample) > SILENCE;
const samplesIn = (ms: number, sampleRate: number): number => Math.round((ms / 1000) * sampleRate);

/**
 * Cuts silence off both ends of a clip, keeping 10 ms, so that gaps are the plan's and not chance.
 *
 * @returns a view into the same samples; empty when the whole clip is silent
 */
export function trimClip(samples: Float32Array, sampleRate: number): Float32Array {
  const first = samples.findIndex(isLoud);
  if (first < 0) return samples.subarray(0, 0);
  const last = samples.findLastIndex(isLoud);
  const kept = samplesIn(KEPT_SILENCE_MS, sampleRate);
  return samples.subarray(Math.max(0, first - kept), Math.min(samples.length, last + 1 + kept));
}

/** Adds a clip at an offset with short fades, which keep cut edges from clicking. */
function addFaded(
  joined: Float32Array,
  offset: number,
  clip: Float32Array,
  sampleRate: number,
): void {
  const fadeIn = samplesIn(FADE_IN_MS, sampleRate);
  const fadeOut = samplesIn(FADE_OUT_MS, sampleRate);
  for (const [i, sample] of clip.entries()) {
    const rise = Math.min(1, i / fadeIn);
    const fall = Math.min(1, (clip.length - 1 - i) / fadeOut);
    joined[offset + i] = sample * rise * fall;
  }
}

/**
 * Joins clips and gaps into one stretch of samples: trimmed, faded in over 8 ms and out over 15 ms.
 *
 * Pure.
 *
 * @param sampleRate of all clips, in hertz
 * @returns exactly the trimmed clips plus the gaps, one channel
 */
export function joinClips(parts: readonly JoinPart[], sampleRate: number): Float32Array {
  const trimmed = parts.map((part) => ("gapMs" in part ? part : trimClip(part, sampleRate)));
  const lengths = trimmed.map((part) =>
    "gapMs" in part ? samplesIn(part.gapMs, sampleRate) : part.length,
  );
  const joined = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const [i, part] of trimmed.entries()) {
    if (!("gapMs" in part)) addFaded(joined, offset, part, sampleRate);
    offset += lengths[i] ?? 0;
  }
  return joined;
}
