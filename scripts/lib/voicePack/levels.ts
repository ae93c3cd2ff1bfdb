const FRAME_MS = 20;
/** Frames further than this below the loudest one are pauses, not speech. */
const ACTIVE_RANGE_DB = 20;

/** Amplitude of a level in dBFS. */
export const fromDb = (db: number): number => 10 ** (db / 20);

const toDb = (amplitude: number): number => 20 * Math.log10(Math.max(amplitude, 1e-9));

function frameEnergies(samples: Float32Array, sampleRate: number): number[] {
  const frame = Math.round((FRAME_MS / 1000) * sampleRate);
  const energies: number[] = [];
  for (let start = 0; start < samples.length; start += frame) {
    const part = samples.subarray(start, start + frame);
    energies.push(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  }
  return energies;
}

/**
 * The level of the part of a clip that is speech: RMS over the 20 ms frames within 20 dB of the
 * loudest. Works for a single word, where loudness gates of 400 ms do not.
 *
 * @returns dBFS
 */
export function activeRmsDb(samples: Float32Array, sampleRate: number): number {
  const energies = frameEnergies(samples, sampleRate);
  const floor = Math.max(...energies) / 10 ** (ACTIVE_RANGE_DB / 10);
  const active = energies.filter((energy) => energy >= floor);
  return toDb(Math.sqrt(active.reduce((sum, energy) => sum + energy, 0) / active.length));
}

/** The largest sample, in dBFS. */
export function peakDb(samples: Float32Array): number {
  return toDb(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0));
}

/** Rounds peaks off above the knee, so that no clip reaches the limit; below it nothing changes. */
function softLimit(sample: number, limit: number): number {
  const knee = limit * 0.7;
  const level = Math.abs(sample);
  if (level <= knee) return sample;
  const rounded = knee + (limit - knee) * Math.tanh((level - knee) / (limit - knee));
  return Math.sign(sample) * rounded;
}

export interface LevelTarget {
  readonly activeRmsDb: number;
  readonly peakDb: number;
}

/**
 * Brings a clip to an active level without passing the peak: gain, soft limit, and again, since
 * limiting takes a little of the level away.
 */
export function normalise(
  samples: Float32Array,
  sampleRate: number,
  target: LevelTarget,
): Float32Array {
  const limit = fromDb(target.peakDb);
  let gainDb = 0;
  let result = samples;
  for (let round = 0; round < 8; round++) {
    gainDb += target.activeRmsDb - activeRmsDb(result, sampleRate);
    const gain = fromDb(gainDb);
    result = samples.map((sample) => softLimit(sample * gain, limit));
  }
  return result;
}

/**
 * Cuts what is quieter than 45 dB below the peak off both ends, keeps 10 ms, and fades the edges.
 */
export function trim(samples: Float32Array, sampleRate: number): Float32Array {
  const silence = fromDb(peakDb(samples) - 45);
  const isLoud = (sample: number): boolean => Math.abs(sample) > silence;
  const kept = Math.round(0.01 * sampleRate);
  const start = Math.max(0, samples.findIndex(isLoud) - kept);
  const end = Math.min(samples.length, samples.findLastIndex(isLoud) + 1 + kept);
  return samples
    .slice(start, end)
    .map((sample, i, all) => sample * Math.min(1, i / kept, (all.length - 1 - i) / kept));
}
