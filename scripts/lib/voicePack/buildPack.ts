import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { CLIPS_EN, CLIPS_VI, type SpeechLanguage, type VoiceManifest } from "@luot/voice";
import { chime, finishClip, type MadeClip, SAMPLE_RATE, speak } from "./makeClip.ts";

interface VoiceChoice {
  readonly id: string;
  readonly voice: string;
  readonly region: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Spellings the synthesiser needs where it stumbles over the text itself. */
  readonly spellings: Readonly<Record<string, string>>;
}

const VOICES: Readonly<Record<SpeechLanguage, VoiceChoice>> = {
  vi: {
    id: "espeak-vi",
    voice: "vi",
    region: "bac",
    texts: CLIPS_VI,
    // Without its vowel otherwise; in the North both sound the same.
    spellings: { "letter.j": "di" },
  },
  en: { id: "espeak-en", voice: "en", region: "", texts: CLIPS_EN, spellings: {} },
};

/** Clips that a sentence may end with. */
const ENDS_SENTENCE = new RegExp(
  String.raw`\.end$|^number\.|^joiner\.(mot-sac|tu|lam|muoi)$|` +
    String.raw`^phrase\.(paused|please-wait|attention|evacuate)$`,
);

function makeClip(choice: VoiceChoice, name: string, text: string, serial: number): MadeClip {
  if (name.startsWith("chime")) return finishClip(chime(name === "chime-recall"), serial);
  const place = ENDS_SENTENCE.test(name) ? "last" : "inside";
  const spelled = choice.spellings[name] ?? text;
  return finishClip(speak(choice.voice, spelled, place), serial);
}

export interface BuiltPack {
  readonly clipCount: number;
  readonly byteCount: number;
}

/**
 * Makes the clip pack of one language anew: every clip as Ogg Opus, and `manifest.json`.
 *
 * @param folder of that language; its old content is removed
 * @param generator name and version of the synthesiser
 * @param onClip told after each clip
 * @throws ToolError when a program fails or a clip cannot be brought to its level
 */
export async function buildPack(
  language: SpeechLanguage,
  folder: string,
  generator: string,
  onClip: (name: string, done: number, total: number) => void,
): Promise<BuiltPack> {
  const choice = VOICES[language];
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names = Object.keys(choice.texts);
  const clips: Record<string, VoiceManifest["clips"][string] & { readonly peakDb: number }> = {};
  let byteCount = 0;
  for (const [i, name] of names.entries()) {
    const text = choice.texts[name] ?? "";
    const { bytes, activeRms, peakDb, ms } = makeClip(choice, name, text, i + 1);
    const file = `${name}.opus`;
    await writeFile(path.join(folder, file), bytes);
    byteCount += bytes.length;
    clips[name] = { file, text, activeRms, peakDb, ms };
    onClip(name, i + 1, names.length);
  }
  const manifest = {
    id: choice.id,
    lang: language,
    region: choice.region,
    speaker: `espeak-ng ${choice.voice}`,
    generator,
    licence: "Apache-2.0, audio only; see NOTICE. Voice not validated by listeners.",
    sampleRate: SAMPLE_RATE,
    clips,
  };
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(path.join(folder, "manifest.json"), json);
  return { clipCount: names.length, byteCount: byteCount + Buffer.byteLength(json) };
}
