import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNewerVersion } from "./isNewerVersion.ts";

describe("isNewerVersion", () => {
  it.each([
    ["0.2.0", "0.1.9"],
    ["0.1.10", "0.1.9"],
    ["1.0.0", "0.99.99"],
    ["0.1.0", "0.1.0-testruntime"],
    ["0.1.1-rc.1", "0.1.0"],
  ])("%s is newer than %s, and not the other way round", (version, than) => {
    expect(isNewerVersion(version, than)).toBe(true);
    expect(isNewerVersion(than, version)).toBe(false);
  });

  it("never lets one that is the same or no version be newer", () => {
    for (const [version, than] of [
      ["0.1.0", "0.1.0"],
      ["0.1.0-a", "0.1.0-b"],
      ["0.1.0-b", "0.1.0-a"],
      ["9", "0.1.0"],
      ["9.9.9", "?"],
      ["v9.9.9", "0.1.0"],
    ] as const)
      expect(isNewerVersion(version, than)).toBe(false);
  });

  it("never says of two versions that each is newer than the other", () => {
    const version = fc
      .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom("", "-rc.1", "-rc.2"))
      .map(([a, b, c, suffix]) => `${a}.${b}.${c}${suffix}`);
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(isNewerVersion(one, other) && isNewerVersion(other, one)).toBe(false);
      }),
    );
  });
});
