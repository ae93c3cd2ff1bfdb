import { err, ok, type Result } from "@luot/kit";
import type { SpeechLanguage } from "../plan/SpeechPlan.ts";

/** One clip of a pack. */
export interface VoiceClip {
  /** File name beside the manifest, without any folder. */
  readonly file: string;
  /** What is said; empty for a chime. */
  readonly text: string;
  /** Level of the part that is not silence, in dBFS. */
  readonly activeRms: number;
  /** Length in milliseconds. */
  readonly ms: number;
}

/** `manifest.json` of a clip pack: a shipped one, or one recorded by a site. */
export interface VoiceManifest {
  readonly id: string;
  readonly lang: SpeechLanguage;
  readonly region: string;
  readonly speaker: string;
  readonly licence: string;
  /** Hertz, as stored; a player gets what its context decodes to. */
  readonly sampleRate: number;
  readonly clips: Readonly<Record<string, VoiceClip>>;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isFinite = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);
/** A plain name: a pack uploaded by a site must not reach outside its own folder. */
const FILE_NAME = /^[a-z0-9][a-z0-9._-]{0,80}$/i;

function readClip(value: unknown): VoiceClip | null {
  if (!isObject(value)) return null;
  const { file, text, activeRms, ms } = value;
  if (!isText(file) || !FILE_NAME.test(file) || !isText(text)) return null;
  if (!isFinite(activeRms) || !isFinite(ms) || ms <= 0) return null;
  return { file, text, activeRms, ms };
}

/**
 * Checks a manifest that came from a file or over the network. Unknown fields are dropped.
 *
 * @param input the parsed JSON
 * @returns the manifest, or `manifest_invalid` when a field is missing or wrong
 */
export function parseVoiceManifest(input: unknown): Result<VoiceManifest, "manifest_invalid"> {
  const invalid = err("manifest_invalid" as const);
  if (!isObject(input)) return invalid;
  const { id, lang, region, speaker, licence, sampleRate, clips } = input;
  if (!isText(id) || !isText(region) || !isText(speaker) || !isText(licence)) return invalid;
  if ((lang !== "vi" && lang !== "en") || !isFinite(sampleRate) || !isObject(clips)) return invalid;
  const checked: Record<string, VoiceClip> = {};
  for (const [name, value] of Object.entries(clips)) {
    const clip = readClip(value);
    if (clip === null) return invalid;
    checked[name] = clip;
  }
  return ok({ id, lang, region, speaker, licence, sampleRate, clips: checked });
}

/**
 * The clips a pack lacks, for the recorder page and the health report.
 *
 * @param texts `CLIPS_VI` or `CLIPS_EN`
 */
export function missingClips(
  manifest: VoiceManifest,
  texts: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(texts).filter((name) => manifest.clips[name] === undefined);
}
