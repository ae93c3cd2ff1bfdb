import fc from "fast-check";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./contentSecurityPolicy.ts";
import { mediaType } from "./mediaType.ts";
import { resolveScreenFile } from "./resolveScreenFile.ts";

const KIOSK = join(sep, "opt", "luot", "kiosk");
const MOUNTS = { kiosk: KIOSK };

describe("resolveScreenFile", () => {
  it.each([
    ["app://luot/kiosk/", "index.html"],
    ["app://luot/kiosk/?counter=q05", "index.html"],
    ["app://luot/kiosk/assets/a-b_1.js", join("assets", "a-b_1.js")],
    ["app://luot/kiosk/t%C3%AAn.svg", "tên.svg"],
  ])("finds %s", (address, file) => {
    expect(resolveScreenFile(address, MOUNTS)).toBe(join(KIOSK, file));
  });

  it.each([
    "app://luot/kiosk",
    "app://luot/",
    "app://luot/counter/",
    "app://luot/__proto__/a",
    "app://evil/kiosk/",
    "http://luot/kiosk/",
    "app://luot/kiosk/../../etc/passwd",
    "app://luot/kiosk/%2e%2e/%2e%2e/etc/passwd",
    "app://luot/kiosk/..%2f..%2fetc/passwd",
    "app://luot/kiosk/..%5c..%5cwindows",
    "app://luot/kiosk/a%00.html",
    "app://luot/kiosk/.inputs",
    "app://luot/kiosk/assets/.git/config",
    "app://luot/kiosk/%",
    "",
  ])("refuses %s", (address) => {
    expect(resolveScreenFile(address, MOUNTS)).toBeNull();
  });

  it("never leaves the folder, whatever is asked", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom("..", ".", "%2e%2e", "%2f", "%5c", "\\", "a", "C:"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const file = resolveScreenFile(`app://luot/kiosk/${parts.join("/")}`, MOUNTS);
        expect(file === null || file.startsWith(`${KIOSK}${sep}`)).toBe(true);
      }),
    );
  });
});

describe("contentSecurityPolicy", () => {
  it("lets a page talk to its hub alone, and before there is one to nobody", () => {
    expect(contentSecurityPolicy("https://hub:7410")).toContain(
      "connect-src 'self' https://hub:7410 wss://hub:7410;",
    );
    expect(contentSecurityPolicy(null)).toContain("connect-src 'self';");
  });

  it("allows no dialog, window or download", () => {
    const words = contentSecurityPolicy(null).split("; ").at(-1)?.split(" ");
    expect(words).toEqual(["sandbox", "allow-scripts", "allow-same-origin", "allow-forms"]);
  });
});

describe("mediaType", () => {
  it("knows what screens are made of, and nothing else", () => {
    expect(mediaType("a/b.JS")).toBe("text/javascript; charset=utf-8");
    expect(mediaType("a.ts")).toBeNull();
    expect(mediaType("a")).toBeNull();
  });
});
