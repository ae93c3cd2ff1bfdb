import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  CLIPS_EN,
  CLIPS_VI,
  estimatePlanMs,
  missingClips,
  parseVoiceManifest,
  planAnnouncement,
  type SpeechPlan,
  type VoiceClip,
  type VoiceManifest,
} from "../src/index.ts";
import { readOggOpus } from "./oggOpus.ts";

const PACK = path.join(import.meta.dirname, "..", "pack");
const TARGET_RMS_DB = -20;
const MAX_PEAK_DB = -1;
const MAX_PACK_BYTES = 1_000_000;

const jsonOf = (language: string): unknown =>
  JSON.parse(readFileSync(path.join(PACK, language, "manifest.json"), "utf8"));

function manifestOf(language: string): VoiceManifest {
  const parsed = parseVoiceManifest(jsonOf(language));
  if (!parsed.ok) throw new Error(`the manifest of ${language} is invalid`);
  return parsed.value;
}

/** Largest peaks by clip: only the shipped packs state them, a site's pack need not. */
function peaksOf(language: string): readonly number[] {
  const json = jsonOf(language);
  if (typeof json !== "object" || json === null || !("clips" in json)) return [];
  return Object.values(json.clips ?? {}).map((clip: unknown) =>
    typeof clip === "object" && clip !== null && "peakDb" in clip
      ? Number(clip.peakDb)
      : Number.NaN,
  );
}

const factsOf = (language: string, file: string) =>
  readOggOpus(readFileSync(path.join(PACK, language, file)));

const spokenMs = (plan: SpeechPlan, { clips }: VoiceManifest): number =>
  plan.parts.reduce(
    (sum, part) => sum + ("gapMs" in part ? part.gapMs : (clips[part.clip]?.ms ?? Number.NaN)),
    0,
  );

const packs = [
  { language: "vi", texts: CLIPS_VI },
  { language: "en", texts: CLIPS_EN },
] as const;

describe.each(packs)("shipped voice pack $language", ({ language, texts }) => {
  const manifest = manifestOf(language);
  const clips = Object.entries(manifest.clips);

  it("has every clip and no other, with the words of the code", () => {
    expect(missingClips(manifest, texts)).toEqual([]);
    expect(Object.fromEntries(clips.map(([name, { text }]) => [name, text]))).toEqual(texts);
  });

  it("has a file for every clip and no other file", () => {
    const files = clips.map(([, { file }]) => file);
    expect(readdirSync(path.join(PACK, language)).toSorted()).toEqual(
      [...files, "manifest.json"].toSorted(),
    );
  });

  /** Names of the clips that break a rule: a failure then says which. */
  const breaking = (isBroken: (name: string, clip: VoiceClip) => boolean): string[] =>
    clips.filter(([name, clip]) => isBroken(name, clip)).map(([name]) => name);

  it("has whole one-channel Ogg Opus files as long as the manifest says", () => {
    const broken = breaking((_, { file, ms }) => {
      const facts = factsOf(language, file);
      return facts.channels !== 1 || Math.abs(facts.ms - ms) > 1;
    });
    expect(broken).toEqual([]);
  });

  it("says words in 0.12 to 1.5 s and phrases in 6 s at most", () => {
    const broken = breaking((name, { file }) => {
      const { ms } = factsOf(language, file);
      return ms < 120 || ms > (name.startsWith("phrase.") ? 6_000 : 1_500);
    });
    expect(broken).toEqual([]);
  });

  it("has all clips equally loud, within 1.5 dB, and none clipped", () => {
    expect(breaking((_, clip) => Math.abs(clip.activeRms - TARGET_RMS_DB) > 1.5)).toEqual([]);
    const peaks = peaksOf(language);
    expect(peaks).toHaveLength(clips.length);
    for (const peak of peaks) expect(peak).toBeLessThanOrEqual(MAX_PEAK_DB);
  });

  it("draws a digit out at the end of a label", () => {
    for (let digit = 0; digit <= 9; digit++)
      expect(manifest.clips[`digit.${digit}.end`]?.ms).toBeGreaterThan(
        manifest.clips[`digit.${digit}.mid`]?.ms ?? Number.POSITIVE_INFINITY,
      );
  });

  it("is said in less time than the watchdog's estimate, yet not much less", () => {
    const shares = ["A012", "Đ999", "BK2-07", "W0007"].flatMap((label) =>
      [1, 24, 47, 99, 1005].flatMap((counterNumber) =>
        (["call", "recall"] as const).map((kind) => {
          const plan = planAnnouncement({ label, counterNumber, language, kind });
          return spokenMs(plan, manifest) / estimatePlanMs(plan);
        }),
      ),
    );
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(Math.min(...shares)).toBeGreaterThan(0.4);
  });
});

describe("shipped voice packs together", () => {
  it("are smaller than 1 MB", () => {
    const bytes = packs.flatMap(({ language }) =>
      readdirSync(path.join(PACK, language)).map(
        (file) => readFileSync(path.join(PACK, language, file)).length,
      ),
    );
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(MAX_PACK_BYTES);
  });

  it("come with a notice of generator, voice, licence and missing validation", () => {
    const notice = readFileSync(path.join(PACK, "..", "NOTICE"), "utf8");
    for (const word of ["espeak-ng", "version 3", "Apache-2.0", "not validated by listeners"])
      expect(notice).toContain(word);
  });
});
