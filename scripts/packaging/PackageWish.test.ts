import { describe, expect, it } from "vitest";
import { readPackageWish } from "./PackageWish.ts";

const read = (line: string, platform = "linux") =>
  readPackageWish(line === "" ? [] : line.split(" "), platform);

describe("readPackageWish", () => {
  it("takes all parts as folder and Debian package without a word", () => {
    expect(read("")).toEqual({
      ok: true,
      value: {
        parts: ["kiosk", "counter", "display", "hub"],
        targets: ["dir", "deb"],
        isTestRuntime: false,
        out: "dist/packages",
        signKey: null,
        trust: null,
      },
    });
  });

  it("takes what is named, each once", () => {
    const wish = read("kiosk kiosk display --targets AppImage --out /x --sign k --trust p");
    expect(wish).toMatchObject({
      value: {
        parts: ["kiosk", "display"],
        targets: ["AppImage"],
        out: "/x",
        signKey: "k",
        trust: "p",
      },
    });
    expect(read("hub --test-runtime")).toMatchObject({ value: { isTestRuntime: true } });
    expect(read("--help")).toEqual({ ok: true, value: "help" });
  });

  it.each([
    ["console", "no part named 'console'"],
    ["kiosk --targets rpm", "no target named 'rpm'"],
    ["kiosk --targets dir,", "no target named ''"],
    ["hub --targets AppImage", "name the apps alone"],
    ["kiosk --targets nsis", "on Windows alone"],
    ["kiosk --sing key", "--sing"],
  ])("refuses %s and says why", (line, why) => {
    const wish = read(line);
    expect(wish).toMatchObject({ ok: false });
    expect(wish.ok ? "" : wish.error).toContain(why);
  });

  it("builds for Linux on Linux alone", () => {
    expect(read("kiosk --targets deb", "win32").ok).toBe(false);
    expect(read("kiosk --targets nsis", "win32").ok).toBe(true);
    expect(read("hub --targets dir", "win32").ok).toBe(true);
  });
});
