import { type LogFields, silentLogger } from "@luot/kit";
import { describe, expect, it } from "vitest";
import { answerAsked } from "./answerAsked.ts";
import { answerCall, type BridgeHandlers, RefusedCall } from "./answerCall.ts";

const OWN = { url: "app://luot/kiosk/", isTop: true };

const WALL = { monitorId: "1", board: null, counterId: null, zone: "hall" };
const BOARD = { period: "year", diagonalInches: 55, distanceM: 5 };
const withBoard = (board: unknown) => ({ kind: "choose-walls", walls: [{ ...WALL, board }] });

function theHandlers() {
  const chosen: string[] = [];
  const wish = async (asked: unknown): Promise<{ ok: false; code: "shut" }> => {
    chosen.push(JSON.stringify(asked));
    return { ok: false, code: "shut" };
  };
  const handlers: BridgeHandlers = {
    "luot:find-hubs": async () => [],
    "luot:admin-state": () => null,
    "luot:admin-keep-pin": async () => ({ ok: true }),
    "luot:admin-put-off": async () => ({ ok: true }),
    "luot:admin-enter": async () => ({ ok: false, code: "no_pin" }),
    "luot:admin-wish": wish,
    "luot:choose-counter": async (counterId) => {
      chosen.push(String(counterId));
      return { ok: true };
    },
    "luot:toggle-bar": async () => true,
    "luot:show-window": async () => ({ ok: true }),
    "luot:shortcuts": async () => {
      throw new Error("none here");
    },
    "luot:change-shortcut": async (shortcut, keys) => {
      chosen.push(`${shortcut} ${keys}`);
      return { ok: true };
    },
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

  it.each([
    ["of no kind", {}],
    ["of an unknown kind", { kind: "open-shell" }],
    ["with more than it has", { kind: "close-app", code: 0 }],
    ["without what it needs", { kind: "change-hub" }],
    ["with a time that is none", { kind: "set-sleep", sleep: { from: "25:00", to: "06:00" } }],
    ["with no zone but a path", { kind: "choose-walls", walls: [{ ...WALL, zone: "../a" }] }],
    ["that says nothing of a board", withBoard(undefined)],
    ["with a board of a week", withBoard({ ...BOARD, period: "week" })],
    ["with a board of no size", withBoard({ ...BOARD, diagonalInches: 0.9 })],
    ["with a board like a house", withBoard({ ...BOARD, diagonalInches: 501 })],
    ["with a board in the next street", withBoard({ ...BOARD, distanceM: 101 })],
    ["with a board at no distance", withBoard({ ...BOARD, distanceM: 0 })],
    ["with a board at a distance of words", withBoard({ ...BOARD, distanceM: "5" })],
    ["with more of a board", withBoard({ ...BOARD, zone: "hall" })],
    ["with many monitors", { kind: "choose-walls", walls: Array.from({ length: 9 }, () => WALL) }],
  ])("does nothing at a wish %s", (_name, wish) => {
    const { handlers, chosen } = theHandlers();
    const call = { channel: "luot:admin-wish", frame: OWN, args: [wish] } as const;
    expect(() => answerCall(call, "kiosk", handlers)).toThrow(RefusedCall);
    expect(chosen).toEqual([]);
  });

  it("hands on a wish as it was made", async () => {
    const { handlers, chosen } = theHandlers();
    const wishes = [{ kind: "choose-walls", walls: [WALL] }, withBoard(BOARD)];
    for (const wish of wishes) {
      const call = { channel: "luot:admin-wish", frame: OWN, args: [wish] } as const;
      await answerCall(call, "kiosk", handlers);
    }
    expect(chosen).toEqual(wishes.map((wish) => JSON.stringify(wish)));
  });

  it.each<["luot:choose-counter" | "luot:change-shortcut", readonly unknown[]]>([
    ["luot:choose-counter", []],
    ["luot:choose-counter", ["../q05"]],
    ["luot:choose-counter", ["q05", "q06"]],
    ["luot:change-shortcut", ["recall"]],
    ["luot:change-shortcut", ["quit", "F9"]],
    ["luot:change-shortcut", ["recall", "F".repeat(31)]],
  ])("does nothing at %s given %j", (channel, args) => {
    const { handlers, chosen } = theHandlers();
    const frame = { url: "app://luot/counter/?counter=q01", isTop: true };
    expect(() => answerCall({ channel, frame, args }, "counter", handlers)).toThrow(RefusedCall);
    expect(chosen).toEqual([]);
  });

  it("hands on a counter and a shortcut, also from the small bar", async () => {
    const { handlers, chosen } = theHandlers();
    const frame = { url: "app://luot/counter/?counter=q01&bar=1", isTop: true };
    await answerCall({ channel: "luot:choose-counter", frame, args: [null] }, "counter", handlers);
    const args = ["recall", "F9"];
    await answerCall({ channel: "luot:change-shortcut", frame, args }, "counter", handlers);
    expect(chosen).toEqual(["null", "recall F9"]);
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

function refuse(): never {
  throw new RefusedCall("no counter here");
}

describe("answerAsked", () => {
  const asked = { channel: "luot:toggle-bar", frame: OWN, args: [] } as const;

  /** What a page hears, and what is noted, when a handler ends so. */
  async function ended(handler: BridgeHandlers["luot:toggle-bar"]): Promise<readonly string[]> {
    const said: string[] = [];
    const note = (level: string) => (message: string, fields?: LogFields) =>
      said.push([level, message, ...Object.values(fields ?? {}).map(String)].join("; "));
    const log = { ...silentLogger, warn: note("warn"), error: note("error") };
    const handlers = { ...theHandlers().handlers, "luot:toggle-bar": handler };
    const heard = await answerAsked(asked, "kiosk", handlers, log).then(String, String);
    return [heard, ...said];
  }

  it("notes a refusal that comes later, as one that comes at once", async () => {
    const expected = [
      "Error: refused",
      "warn; a call over the bridge was refused; no counter here",
    ];
    expect(await ended(refuse)).toEqual(expected);
    expect(await ended(async () => refuse())).toEqual(expected);
  });

  it("notes a handler's own fault, and answers what it answers", async () => {
    expect(await ended(() => Promise.reject(new Error("a bug")))).toEqual([
      "Error: a bug",
      "error; a call over the bridge failed; luot:toggle-bar; Error: a bug",
    ]);
    expect(await ended(async () => true)).toEqual(["true"]);
  });
});
