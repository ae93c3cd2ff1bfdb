import { describe, expect, it } from "vitest";
import { CLIPS_VI } from "../clips/vietnameseClips.ts";
import { planAnnouncement } from "../plan/planAnnouncement.ts";
import type { SpeechPlan } from "../plan/SpeechPlan.ts";
import { FakeAudioContext } from "../testing/FakeAudioContext.ts";
import type { AudioContextLike } from "./AudioContextLike.ts";
import { createClipPackPlayer } from "./createClipPackPlayer.ts";
import type { VoiceManifest } from "./VoiceManifest.ts";

const CLIP_MS = 100;
const neverStopped = new AbortController().signal;

const manifest: VoiceManifest = {
  id: "test",
  lang: "vi",
  region: "bac",
  speaker: "a tone",
  licence: "none",
  sampleRate: 1_000,
  clips: Object.fromEntries(
    Object.entries(CLIPS_VI).map(([name, text]) => [
      name,
      { file: `${name}.opus`, text, activeRms: -20, ms: CLIP_MS },
    ]),
  ),
};

const plan = planAnnouncement({ label: "A012", counterNumber: 5, language: "vi", kind: "call" });

function aPlayer(changes: { readonly clips?: VoiceManifest["clips"] } = {}) {
  const audioContext = new FakeAudioContext();
  const fetched: string[] = [];
  const broken = new Set<string>();
  const player = createClipPackPlayer({
    manifest: { ...manifest, ...changes },
    audioContext,
    fetchClip: (name) => {
      fetched.push(name);
      if (broken.has(name)) return Promise.reject(new Error("404"));
      return Promise.resolve(new Float32Array(CLIP_MS).fill(0.5).buffer);
    },
  });
  return { player, audioContext, fetched, broken };
}

/** Lets fetches and decodes finish. */
const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const outcomeOf = (playing: Promise<void>): Promise<string> =>
  playing.then(
    () => "played",
    (error: unknown) => (error instanceof Error ? error.name : "unknown"),
  );

const accept = (context: AudioContextLike): AudioContextLike => context;

const gapsMs = (of: SpeechPlan): number =>
  of.parts.reduce((sum, part) => sum + ("gapMs" in part ? part.gapMs : 0), 0);
const clipCount = (of: SpeechPlan): number => of.parts.filter((part) => "clip" in part).length;

describe("clip pack player", () => {
  it("plays a sentence as one buffer as long as its clips and gaps, and ends with it", async () => {
    const { player, audioContext } = aPlayer();
    let isOver = false;
    const playing = player.play(plan, neverStopped).then(() => (isOver = true));
    await settle();
    expect(audioContext.sources).toHaveLength(1);
    expect(audioContext.sources[0]?.state).toBe("playing");
    expect(audioContext.samplesOf(0)).toHaveLength(clipCount(plan) * CLIP_MS + gapsMs(plan));
    expect(isOver).toBe(false);
    audioContext.sources[0]?.finish();
    await playing;
    expect(audioContext.sources[0]?.connectedTo).toBeNull();
  });

  it("fetches and decodes each clip once", async () => {
    const { player, audioContext, fetched } = aPlayer();
    for (const times of [1, 2]) {
      const playing = player.play(plan, neverStopped);
      await settle();
      audioContext.sources[times - 1]?.finish();
      await playing;
    }
    expect(new Set(fetched).size).toBe(fetched.length);
    expect(audioContext.decodeCount).toBe(clipCount(plan));
  });

  it("falls silent and rejects when stopped", async () => {
    const { player, audioContext } = aPlayer();
    const stop = new AbortController();
    const outcome = outcomeOf(player.play(plan, stop.signal));
    await settle();
    stop.abort();
    expect(await outcome).toBe("AbortError");
    expect(audioContext.sources[0]?.state).toBe("stopped");
  });

  it("does not begin when it is stopped while clips are still coming", async () => {
    const audioContext = new FakeAudioContext();
    const player = createClipPackPlayer({
      manifest,
      audioContext,
      fetchClip: () => new Promise(() => undefined),
    });
    const stop = new AbortController();
    const playing = player.play(plan, stop.signal);
    stop.abort();
    await expect(playing).rejects.toThrow("speech stopped");
    expect(audioContext.sources).toHaveLength(0);
  });

  it("fails at once while the page has not been touched, since the end would never come", async () => {
    const { player, audioContext } = aPlayer();
    audioContext.state = "suspended";
    await expect(player.play(plan, neverStopped)).rejects.toThrow("suspended");
  });

  it("tries a clip again after it could not be fetched", async () => {
    const { player, audioContext, broken } = aPlayer();
    broken.add("digit.0.mid");
    await expect(player.play(plan, neverStopped)).rejects.toThrow("404");
    broken.clear();
    const playing = player.play(plan, neverStopped);
    await settle();
    audioContext.sources[0]?.finish();
    await expect(playing).resolves.toBeUndefined();
  });

  it("speaks its own language, half of it when clips are missing, and no other", async () => {
    const { chime: _, ...rest } = manifest.clips;
    expect(await aPlayer().player.canSpeak("vi")).toBe("yes");
    expect(await aPlayer({ clips: rest }).player.canSpeak("vi")).toBe("degraded");
    expect(await aPlayer().player.canSpeak("en")).toBe("no");
    const english = planAnnouncement({
      label: "A1",
      counterNumber: 1,
      language: "en",
      kind: "call",
    });
    await expect(aPlayer().player.play(english, neverStopped)).rejects.toThrow("does not speak en");
  });

  it("loads the whole pack ahead and names what it could not load", async () => {
    const { player, fetched, broken } = aPlayer();
    broken.add("number.7");
    expect(await player.preload()).toEqual(["number.7"]);
    expect(fetched).toHaveLength(Object.keys(CLIPS_VI).length);
  });

  it("takes a browser's own AudioContext", () => {
    // Held by the compiler: this line does not compile when a real context does not fit.
    const real: (context: AudioContext) => AudioContextLike = accept;
    expect(real).toBe(accept);
  });
});
