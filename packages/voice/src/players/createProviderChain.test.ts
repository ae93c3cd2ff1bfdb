import { describe, expect, it } from "vitest";
import { planAnnouncement } from "../plan/planAnnouncement.ts";
import { T0 } from "../testing/aHall.ts";
import { FakeAudioContext } from "../testing/FakeAudioContext.ts";
import { FakePlayer } from "../testing/FakePlayer.ts";
import { ManualTime } from "../testing/ManualTime.ts";
import { createChimeProvider } from "./createChimeProvider.ts";
import { createProviderChain } from "./createProviderChain.ts";

const aPlan = (kind: "call" | "recall") =>
  planAnnouncement({ label: "A012", counterNumber: 5, language: "vi", kind });
const plan = aPlan("call");

/** A site pack and a default pack before the chime. */
function aChain() {
  const time = new ManualTime(T0);
  const site = new FakePlayer("site", time);
  const shipped = new FakePlayer("shipped", time);
  const audioContext = new FakeAudioContext();
  const failures: string[] = [];
  const chain = createProviderChain(
    [site, shipped, createChimeProvider({ audioContext })],
    (providerId) => void failures.push(providerId),
  );
  const stop = new AbortController();
  return { time, site, shipped, audioContext, failures, chain, stop };
}

describe("provider chain", () => {
  it("uses the first provider that speaks the language", async () => {
    const { chain, site, shipped, time, stop } = aChain();
    const playing = chain.play(plan, stop.signal);
    await time.advance(5_000);
    await playing;
    expect([site.plays.length, shipped.plays.length]).toEqual([1, 0]);
  });

  it("skips one that does not speak it, without calling that a failure", async () => {
    const { chain, site, shipped, time, failures, stop } = aChain();
    site.ability = "no";
    const playing = chain.play(plan, stop.signal);
    await time.advance(5_000);
    await playing;
    expect([site.plays.length, shipped.plays.length]).toEqual([0, 1]);
    expect(failures).toEqual([]);
  });

  it.each(["fails", "throws"] as const)("goes on to the next when one %s", async (behaviour) => {
    const { chain, site, shipped, time, failures, stop } = aChain();
    site.script = [{ behaviour, playMs: 10 }];
    const playing = chain.play(plan, stop.signal);
    await time.advance(5_000);
    await playing;
    expect(shipped.plays).toHaveLength(1);
    expect(failures).toEqual(["site"]);
  });

  it("ends with the chime when no voice works, longer for a recall", async () => {
    const { chain, site, shipped, time, audioContext, failures, stop } = aChain();
    site.script = [{ behaviour: "fails", playMs: 0 }];
    shipped.ability = "no";
    for (const [i, kind] of (["call", "recall"] as const).entries()) {
      const playing = chain.play(aPlan(kind), stop.signal);
      await time.advance(100);
      audioContext.sources[i]?.finish();
      await playing;
    }
    expect(failures).toEqual(["site", "site"]);
    const [call, recall] = [audioContext.samplesOf(0), audioContext.samplesOf(1)];
    expect(Math.max(...call)).toBeGreaterThan(0.2);
    expect(recall.length).toBe(call.length * 2);
  });

  it("stops with the provider that was stopped and tries no other", async () => {
    const { chain, site, shipped, time, failures, stop } = aChain();
    site.script = [{ behaviour: "hangs", playMs: 0 }];
    const error = chain.play(plan, stop.signal).catch((cause: unknown) => cause);
    await time.advance(100);
    stop.abort();
    expect(await error).toMatchObject({ name: "AbortError" });
    expect(shipped.plays).toHaveLength(0);
    expect(failures).toEqual([]);
  });

  it("rejects when not even the chime sounds", async () => {
    const { chain, site, shipped, audioContext, failures, stop } = aChain();
    audioContext.state = "suspended";
    site.ability = "no";
    shipped.ability = "no";
    await expect(chain.play(plan, stop.signal)).rejects.toThrow("suspended");
    expect(failures).toEqual(["chime-only"]);
  });

  it("speaks as well as its best provider", async () => {
    const { chain, site, shipped } = aChain();
    expect(await chain.canSpeak("vi")).toBe("yes");
    site.ability = "no";
    shipped.ability = "no";
    expect(await chain.canSpeak("vi")).toBe("degraded");
  });

  it("cannot be made without the chime at its end", () => {
    const player = new FakePlayer("site", new ManualTime(T0));
    expect(() => createProviderChain([player], () => undefined)).toThrow(RangeError);
  });
});
