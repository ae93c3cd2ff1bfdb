import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowedKey, type KeyPress } from "./isAllowedKey.ts";

function press(text: string): KeyPress {
  const parts = text.split("+");
  const has = (name: string): boolean => parts.includes(name);
  const key = parts.at(-1) ?? "";
  return {
    key,
    code: /^[a-z]$/iu.test(key) ? `Key${key.toUpperCase()}` : key,
    control: has("Control"),
    alt: has("Alt"),
    meta: has("Meta"),
    shift: has("Shift"),
  };
}

/** What gets people out of a page, or into the machine. */
const WAYS_OUT = [
  ..."F5 F11 F12 BrowserBack BrowserHome LaunchApplication1 ContextMenu PrintScreen".split(" "),
  ..."Control+r Control+Shift+R Control+w Control+t Control+o".split(" "),
  ..."Control+Shift+I Control+Shift+Delete Control+Alt+Delete Control+Alt+t Control+=".split(" "),
  ..."Control+- Control+0 Control+Tab Control+Escape Alt+F4 Alt+Tab Alt+ArrowLeft".split(" "),
  ..."Alt+Escape Alt+a Meta Meta+r Meta+l Meta+Tab Control+u Control+s Control+f".split(" "),
];

const DESK_ONLY = [
  "Control+n",
  "Control+p",
  "Control+c",
  "Control+v",
  "Control+z",
  "F2",
  "F9",
  "Insert",
  "Control+Alt+@",
];

describe("isAllowedKey", () => {
  it.each(WAYS_OUT)("refuses %s to everybody", (text) => {
    expect(isAllowedKey(press(text), "citizen")).toBe(false);
    expect(isAllowedKey(press(text), "officer")).toBe(false);
  });

  it.each(DESK_ONLY)("lets an officer press %s, and no citizen", (text) => {
    expect(isAllowedKey(press(text), "officer")).toBe(true);
    expect(isAllowedKey(press(text), "citizen")).toBe(false);
  });

  it.each(["a", "Shift+A", "ộ", "5", ".", ":", " ", "Enter", "Tab", "Shift+Tab", "Backspace"])(
    "lets everybody write %s",
    (text) => {
      expect(isAllowedKey(press(text), "citizen")).toBe(true);
      expect(isAllowedKey(press(text), "officer")).toBe(true);
    },
  );

  it("lets the administrator's chord through, and nothing like it", () => {
    expect(isAllowedKey(press("Control+Alt+Shift+L"), "citizen")).toBe(true);
    for (const text of ["Control+Alt+L", "Control+Shift+L", "Alt+Shift+L", "Meta+Alt+Shift+L"])
      expect(isAllowedKey(press(text), "citizen")).toBe(false);
  });

  it("lets no citizen's key through that is held with Control, Alt or the system's key", () => {
    const held = fc.record({
      key: fc.string(),
      code: fc.constantFrom("KeyA", "KeyL", "F4"),
      control: fc.boolean(),
      alt: fc.boolean(),
      meta: fc.boolean(),
      shift: fc.boolean(),
    });
    fc.assert(
      fc.property(held, (key) => {
        fc.pre(key.control || key.alt || key.meta);
        const isChord = key.control && key.alt && key.shift && !key.meta && key.code === "KeyL";
        fc.pre(!isChord);
        expect(isAllowedKey(key, "citizen")).toBe(false);
      }),
    );
  });
});
