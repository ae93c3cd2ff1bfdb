import { describe, expect, it } from "vitest";
import { RefusedCall } from "./answerCall.ts";
import { takeScreenMessage } from "./takeScreenMessage.ts";

const OWN = { url: "app://luot/kiosk/", isTop: true };
const WATCH = { kind: "watch" };

describe("takeScreenMessage", () => {
  it("takes what the screen's own page says", () => {
    expect(takeScreenMessage({ frame: OWN, args: [WATCH] }, "kiosk")).toEqual(WATCH);
  });

  it.each([
    ["a frame in the page", { ...OWN, isTop: false }],
    ["a foreign page", { url: "http://evil/kiosk/", isTop: true }],
    ["another app's screen", { url: "app://luot/counter/", isTop: true }],
    ["a frame that is gone", null],
  ])("refuses %s", (_name, frame) => {
    expect(() => takeScreenMessage({ frame, args: [WATCH] }, "kiosk")).toThrow(RefusedCall);
  });

  it.each<[string, readonly unknown[]]>([
    ["nothing", []],
    ["two messages at once", [WATCH, WATCH]],
    ["the app's own word", [{ kind: "ping" }]],
    ["a heap of data", [{ kind: "watch", heap: "x".repeat(20_000_000) }]],
    ["a ring", [ring()]],
  ])("refuses %s, and says no word of it", (_name, args) => {
    const take = (): unknown => takeScreenMessage({ frame: OWN, args }, "kiosk");
    expect(take).toThrow(new RefusedCall("a message to the devices: not as agreed"));
  });
});

function ring(): unknown {
  const made: Record<string, unknown> = { kind: "watch" };
  made["self"] = made;
  return made;
}
