import { describe, expect, it } from "vitest";
import { answerCall, type BridgeHandlers, RefusedCall } from "./answerCall.ts";

const OWN = { url: "app://luot/kiosk/", isTop: true };

function theHandlers() {
  const chosen: string[] = [];
  const handlers: BridgeHandlers = {
    "luot:hub-url": () => "http://hub:7410",
    "luot:choose-hub": async (address) => {
      chosen.push(address);
      return { ok: true, url: address };
    },
  };
  return { handlers, chosen };
}

describe("answerCall", () => {
  it("answers the screen's own page", async () => {
    const { handlers, chosen } = theHandlers();
    const read = { channel: "luot:hub-url", frame: OWN, args: [] } as const;
    expect(answerCall(read, "kiosk", handlers)).toBe("http://hub:7410");
    const choice = { channel: "luot:choose-hub", frame: OWN, args: ["hub"] } as const;
    expect(await answerCall(choice, "kiosk", handlers)).toEqual({ ok: true, url: "hub" });
    expect(chosen).toEqual(["hub"]);
  });

  it.each([
    ["a frame in the page", { ...OWN, isTop: false }],
    ["a foreign page", { url: "http://evil/kiosk/", isTop: true }],
    ["another app's screen", { url: "app://luot/counter/", isTop: true }],
    ["a frame that is gone", null],
  ])("does nothing for %s", (_name, frame) => {
    const { handlers, chosen } = theHandlers();
    const call = { channel: "luot:choose-hub", frame, args: ["hub"] } as const;
    expect(() => answerCall(call, "kiosk", handlers)).toThrow(RefusedCall);
    expect(chosen).toEqual([]);
  });

  it.each([
    ["nothing", []],
    ["a number", [1]],
    ["too much", ["hub", "more"]],
    ["a very long text", ["h".repeat(201)]],
    ["an object that calls itself a text", [{ toString: () => "hub" }]],
  ])("does nothing when given %s", (_name, args) => {
    const { handlers, chosen } = theHandlers();
    const call = { channel: "luot:choose-hub", frame: OWN, args } as const;
    expect(() => answerCall(call, "kiosk", handlers)).toThrow(RefusedCall);
    expect(chosen).toEqual([]);
  });

  it("lets a handler's own fault through, as the bug it is", () => {
    const { handlers } = theHandlers();
    const broken = {
      ...handlers,
      "luot:hub-url": (): never => {
        throw new Error("a bug");
      },
    };
    const call = { channel: "luot:hub-url", frame: OWN, args: [] } as const;
    expect(() => answerCall(call, "kiosk", broken)).toThrow("a bug");
  });
});
