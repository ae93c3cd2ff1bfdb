import { activeRmsDb, fromDb, normalise, peakDb, trim } from "./levels.ts";
import { runTool, ToolError } from "./tools.ts";

/** Hertz of the stored clips; speech has nothing of use above half of it. */
export const SAMPLE_RATE = 24_000;
const DECODED_RATE = 48_000;
/** Hertz at which peaks between samples show: four times the decoded rate. */
const OVERSAMPLED_RATE = 192_000;
const TARGET_RMS_DB = -20;
const MAX_PEAK_DB = -1;
/** Below the allowed peak, as coding moves peaks by up to a decibel or so. */
const ENCODE_PEAK_DB = -2.5;
const RMS_TOLERANCE_DB = 0.3;
const MAX_ROUNDS = 6;
/**
 * Words a minute: slow, for older listeners. A clip that ends a sentence is drawn out; in a tone
 * language the synthesiser marks the end in no other way.
 */
const WORDS_PER_MINUTE = { inside: "128", last: "116" } as const;

const NOTHING = new Uint8Array();

/** Raw floats of one channel, as sox writes and reads them. */
const rawFloat = (rate: number): string[] =>
  "-t raw -e floating-point -b 32 -c 1 -r".split(" ").concat(String(rate));

const toFloats = (bytes: Buffer): Float32Array =>
  Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readFloatLE(i * 4));

const toBytes = (samples: Float32Array): Buffer => {
  const bytes = Buffer.alloc(samples.length * 4);
  for (const [i, sample] of samples.entries()) bytes.writeFloatLE(sample, i * 4);
  return bytes;
};

const toPcm16 = (samples: Float32Array): Buffer => {
  const bytes = Buffer.alloc(samples.length * 2);
  for (const [i, sample] of samples.entries())
    bytes.writeInt16LE(Math.round(sample * 32_767), i * 2);
  return bytes;
};

/**
 * Speaks a text.
 *
 * @param voice espeak-ng's name of it
 * @param text words only: digits and single letters are expanded wrongly
 * @param place whether the sentence goes on after it
 * @returns samples at 24 kHz
 */
export function speak(voice: string, text: string, place: "inside" | "last"): Float32Array {
  if (/\d/.test(text)) throw new ToolError(`digits would be read wrongly: ${text}`);
  const wav = runTool(
    "espeak-ng",
    [
      "-v",
      voice,
      "-s",
      WORDS_PER_MINUTE[place],
      "--stdout",
      `${text}${place === "last" ? "." : ","}`,
    ],
    NOTHING,
  );
  return toFloats(
    runTool(
      "sox",
      ["-R", "-D", "-t", "wav", "--ignore-length", "-", ...rawFloat(SAMPLE_RATE), "-"],
      wav,
    ),
  );
}

/** Two falling notes for a call; the same pair an octave step apart, twice, for a recall. */
export function chime(isRecall: boolean): Float32Array {
  const notes = isRecall ? [659.26, 523.25, 659.26, 523.25] : [659.26, 523.25];
  const starts = notes.map((_, i) => String(i * 0.32));
  const sines = notes.flatMap((hertz) => ["sine", String(hertz)]);
  const raw = rawFloat(SAMPLE_RATE);
  const format = ["-R", "-D", "-r", String(SAMPLE_RATE), "-c", String(notes.length), "-n"];
  const fade = ["fade", "l", "0.006", "0.7", "0.68"];
  const effects = ["synth", "0.7", ...sines, ...fade, "delay", ...starts, "remix", "-"];
  const mixed = runTool("sox", [...format, ...raw, "-", ...effects], NOTHING);
  return toFloats(runTool("sox", ["-R", "-D", ...raw, "-", ...raw, "-", "norm", "-6"], mixed));
}

export interface MadeClip {
  /** The Ogg Opus file. */
  readonly bytes: Buffer;
  readonly activeRms: number;
  readonly peakDb: number;
  readonly ms: number;
}

function encode(samples: Float32Array, serial: number): Buffer {
  const raw = ["--raw", "--raw-rate", String(SAMPLE_RATE), "--raw-chan", "1"];
  // A fixed serial number and no padding: the same words give the same file, byte for byte.
  const fixed = ["--serial", String(serial), "--padding", "0", "--discard-comments"];
  const options = ["--quiet", "--bitrate", "32", "--speech", "--comp", "10"];
  return runTool("opusenc", [...options, ...raw, ...fixed, "-", "-"], toPcm16(samples));
}

const decode = (ogg: Buffer): Float32Array =>
  toFloats(
    runTool(
      "opusdec",
      ["--quiet", "--float", "--rate", String(DECODED_RATE), "-", "-"],
      ogg,
    ).subarray(0),
  );

function truePeakDb(samples: Float32Array): number {
  const args = [...rawFloat(DECODED_RATE), "-", ...rawFloat(OVERSAMPLED_RATE), "-"];
  return peakDb(toFloats(runTool("sox", ["-R", "-D", ...args], toBytes(samples))));
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * Turns raw sound into a finished clip: trimmed, level and peak as promised *after* coding.
 *
 * @param serial of the Ogg stream, fixed per clip so that builds repeat exactly
 * @throws ToolError when level and peak cannot both be met
 */
export function finishClip(sound: Float32Array, serial: number): MadeClip {
  const trimmed = trim(sound, SAMPLE_RATE);
  let target = { activeRmsDb: TARGET_RMS_DB, peakDb: ENCODE_PEAK_DB };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const bytes = encode(normalise(trimmed, SAMPLE_RATE, target), serial);
    const decoded = decode(bytes);
    const activeRms = activeRmsDb(decoded, DECODED_RATE);
    const peak = truePeakDb(decoded);
    const isLevel = Math.abs(activeRms - TARGET_RMS_DB) <= RMS_TOLERANCE_DB;
    if (isLevel && peak <= MAX_PEAK_DB) {
      const ms = Math.round((decoded.length / DECODED_RATE) * 1000);
      return { bytes, activeRms: rounded(activeRms), peakDb: rounded(peak), ms };
    }
    target = {
      activeRmsDb: target.activeRmsDb + (TARGET_RMS_DB - activeRms),
      peakDb: peak > MAX_PEAK_DB ? target.peakDb - (peak - MAX_PEAK_DB) - 0.2 : target.peakDb,
    };
  }
  throw new ToolError(
    `level and peak cannot both be met (limit ${fromDb(MAX_PEAK_DB).toFixed(2)})`,
  );
}
