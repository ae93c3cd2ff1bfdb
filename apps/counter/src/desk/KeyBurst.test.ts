import { array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeyBurst } from "./KeyBurst.ts";
import { scannedCharacter, type TypedKey } from "./scannedKeys.ts";

const OLD = "000.00.01.H56-210504-0012";
const NEW = "H56.29-250401-0003";
const SHIFTED: Readonly<Record<string, string>> = { "|": "Backslash", ":": "Semicolon" };
const PLACES: Readonly<Record<string, string>> = {
  "-": "Minus",
  ".": "Period",
  "/": "Slash",
  "]": "BracketRight",
  "+": "NumpadAdd",
  Enter: "Enter",
  Tab: "Tab",
};

/** The key of a character as a scanner types it. */
function keyOf(character: string): TypedKey {
  const shifted = SHIFTED[character];
  if (shifted !== undefined) return { key: character, code: shifted, shiftKey: true };
  const place =
    PLACES[character] ??
    (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`);
  return {
    key: character,
    code: place,
    shiftKey: /[A-Z]/.test(character) && character.length === 1,
  };
}

let done: string[];
let burst: KeyBurst<TypedKey>;
let at: number;

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  at = 1_000;
  burst = new KeyBurst({
    onPress: ({ key }) => void done.push(key),
    onScan: (text) => void done.push(`scan ${text}`),
  });
});

afterEach(() => {
  burst.close();
  vi.useRealTimers();
});

function type(keys: readonly string[], gapMs: number): void {
  for (const key of keys) {
    at += gapMs;
    vi.advanceTimersByTime(gapMs);
    burst.press(keyOf(key), at);
  }
}

function wait(ms: number): void {
  at += ms;
  vi.advanceTimersByTime(ms);
}

describe("keys at the desk", () => {
  it("are a scan when they come faster than a hand types, and no action of the desk", () => {
    type([...OLD.split(""), "Enter"], 12);
    wait(1_000);
    expect(done).toEqual([`scan ${OLD}`]);
  });

  it("are a scan also without an Enter behind them", () => {
    type(NEW.split(""), 12);
    expect(done).toEqual([]);
    wait(100);
    expect(done).toEqual([`scan ${NEW}`]);
  });

  it("leave the late Enter of a scanner unheard, and the officer's own one after it not", () => {
    type(NEW.split(""), 12);
    type(["Enter"], 150);
    wait(600);
    type(["Enter"], 1);
    expect(done).toEqual([`scan ${NEW}`, "Enter"]);
  });

  it("act at once where no code begins with them", () => {
    type(["+"], 500);
    expect(done).toEqual(["+"]);
    type(["."], 500);
    type(["-"], 500);
    type(["Enter"], 500);
    expect(done).toEqual(["+", ".", "-", "Enter"]);
  });

  it("act a moment later where a code may begin with them, each once and in order", () => {
    type(["0"], 500);
    expect(done).toEqual([]);
    wait(90);
    expect(done).toEqual(["0"]);
    type(["0", "Enter"], 20);
    type(["n"], 200);
    wait(90);
    expect(done).toEqual(["0", "0", "Enter", "n"]);
  });

  it("lose and repeat nothing that hands press, however fast", () => {
    const keys = constantFrom("0", "n", "h", ".", "-", "+", "Enter");
    assert(
      property(array(tuple(keys, integer({ min: 51, max: 2_000 })), { maxLength: 30 }), (typed) => {
        done = [];
        wait(5_000);
        for (const [key, gapMs] of typed) type([key], gapMs);
        wait(200);
        expect(done).toEqual(typed.map(([key]) => key));
      }),
    );
  });
});

describe("scannedCharacter", () => {
  it("reads the place of a key: a Vietnamese layout has letters where digits are", () => {
    expect(scannedCharacter({ key: "ă", code: "Digit1", shiftKey: false })).toBe("1");
    expect(scannedCharacter({ key: "Process", code: "KeyH", shiftKey: true })).toBe("H");
    expect(scannedCharacter({ key: "_", code: "Minus", shiftKey: true })).toBe("_");
    expect(scannedCharacter({ key: "7", code: "Numpad7", shiftKey: false })).toBe("7");
  });

  it("takes the bars of a card for what they are", () => {
    expect(scannedCharacter(keyOf("|"))).toBe("|");
  });

  it("has none for keys that write nothing", () => {
    for (const code of ["ShiftLeft", "F2", "Escape", "ArrowDown"])
      expect(scannedCharacter({ key: code, code, shiftKey: false })).toBeNull();
  });
});
