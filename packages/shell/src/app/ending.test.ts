import { describe, expect, it } from "vitest";
import { helpText } from "./helpText.ts";
import { howToRelaunch } from "./howToRelaunch.ts";

describe("howToRelaunch", () => {
  it("starts the AppImage, not the program that was unpacked from it and goes with it", () => {
    expect(howToRelaunch({ APPIMAGE: "/home/a/luot.AppImage" })).toEqual({
      execPath: "/home/a/luot.AppImage",
    });
    expect(howToRelaunch({})).toEqual({});
  });

  it("leaves it to a supervisor where there is one", () => {
    expect(howToRelaunch({ LUOT_SUPERVISED: "1", APPIMAGE: "/home/a/luot.AppImage" })).toBeNull();
  });
});

describe("helpText", () => {
  it.each(["kiosk", "wall"] as const)("tells how a %s is closed by its administrator", (look) => {
    const text = helpText("luot-kiosk", look);
    expect(text).toContain("five taps");
    expect(text).toContain("40 closed on purpose");
  });

  it("tells of no menu where there is none: a counter's window has a button", () => {
    const text = helpText("luot-counter", "desk");
    expect(text).not.toMatch(/five taps|PIN|40/u);
    expect(text).toContain("Closing: as any other window");
  });
});
