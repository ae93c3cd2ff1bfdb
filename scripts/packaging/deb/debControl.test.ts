import { describe, expect, it } from "vitest";
import { debControl, debFileName, debVersion } from "./debControl.ts";

const CONTROL = {
  name: "luot-kiosk",
  version: "0.2.0-rc.1",
  arch: "x64",
  depends: ["a | b", "c (>= 1)"],
  recommends: [],
  summary: "Kiosk",
  details: ["More.", "", "And more."],
  installedBytes: 1_025,
};

describe("debControl", () => {
  it("says what the package is, as deb-control(5) wants it", () => {
    expect(debControl(CONTROL)).toBe(
      [
        "Package: luot-kiosk",
        "Version: 0.2.0~rc.1",
        "Architecture: amd64",
        "Maintainer: Luot <root@localhost>",
        "Section: misc",
        "Priority: optional",
        "Installed-Size: 2",
        "Depends: a | b, c (>= 1)",
        "Description: Kiosk",
        " More.",
        " .",
        " And more.",
        "",
      ].join("\n"),
    );
  });

  it("names the file as Debian does", () => {
    expect(debFileName(CONTROL)).toBe("luot-kiosk_0.2.0~rc.1_amd64.deb");
    expect(debVersion("0.2.0")).toBe("0.2.0");
  });

  it("makes no package for a machine that Debian does not have", () => {
    expect(() => debControl({ ...CONTROL, arch: "mips" })).toThrow("mips");
  });
});
