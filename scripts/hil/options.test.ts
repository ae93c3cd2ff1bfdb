import { describe, expect, it } from "vitest";
import { HIL_HELP, parseHilOptions } from "./options.ts";

describe("parseHilOptions", () => {
  it("boots the small kernel and clears up when nothing is asked", () => {
    expect(parseHilOptions([])).toEqual({
      kind: "run",
      options: { isUsb: false, isKept: false },
    });
  });

  it("takes each option for itself", () => {
    expect(parseHilOptions(["--usb"])).toMatchObject({ options: { isUsb: true, isKept: false } });
    expect(parseHilOptions(["--keep"])).toMatchObject({ options: { isUsb: false, isKept: true } });
  });

  it("helps whatever else is asked", () => {
    expect(parseHilOptions(["--usb", "--help"])).toEqual({ kind: "help" });
  });

  it("refuses what it does not know", () => {
    expect(parseHilOptions(["--usb2"])).toMatchObject({ kind: "wrong" });
    expect(parseHilOptions(["--", "--usb"])).toMatchObject({ kind: "wrong" });
  });

  it("names every option in its help", () => {
    for (const option of ["--usb", "--keep", "--help"]) expect(HIL_HELP).toContain(`  ${option} `);
  });
});
