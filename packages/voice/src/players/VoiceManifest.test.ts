import { describe, expect, it } from "vitest";
import { missingClips, parseVoiceManifest } from "./VoiceManifest.ts";

const clip = { file: "chime.opus", text: "", activeRms: -20, ms: 900 };
const manifest = {
  id: "site",
  lang: "vi",
  region: "nam",
  speaker: "a reader",
  licence: "own",
  sampleRate: 24_000,
  clips: { chime: clip },
};

describe("parseVoiceManifest", () => {
  it("takes a whole manifest and drops what it does not know", () => {
    const parsed = parseVoiceManifest({ ...manifest, colour: "red" });
    expect(parsed).toEqual({ ok: true, value: manifest });
  });

  it.each([
    ["no object", null],
    ["a list", []],
    ["another language", { ...manifest, lang: "fr" }],
    ["no licence", { ...manifest, licence: undefined }],
    ["clips as a list", { ...manifest, clips: [clip] }],
    ["a clip without text", { ...manifest, clips: { chime: { ...clip, text: undefined } } }],
    ["a clip of no length", { ...manifest, clips: { chime: { ...clip, ms: 0 } } }],
    [
      "a level that is no number",
      { ...manifest, clips: { chime: { ...clip, activeRms: "loud" } } },
    ],
    [
      "a file outside its folder",
      { ...manifest, clips: { chime: { ...clip, file: "../x.opus" } } },
    ],
    ["a file in a folder", { ...manifest, clips: { chime: { ...clip, file: "a/x.opus" } } }],
  ])("refuses %s", (_, input) => {
    expect(parseVoiceManifest(input)).toEqual({ ok: false, error: "manifest_invalid" });
  });
});

describe("missingClips", () => {
  it("names what a pack has not got", () => {
    const parsed = parseVoiceManifest(manifest);
    if (!parsed.ok) throw new Error("the sample is valid");
    expect(missingClips(parsed.value, { chime: "", "digit.1.mid": "một" })).toEqual([
      "digit.1.mid",
    ]);
  });
});
