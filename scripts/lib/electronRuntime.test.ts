import path from "node:path";
import { expect, it } from "vitest";
import { electronProgram, explainNoElectron } from "./electronRuntime.mjs";

it("names the program in a folder of Electron on each system", () => {
  expect(electronProgram("e", "linux")).toBe(path.join("e", "electron"));
  expect(electronProgram("e", "win32")).toBe(path.join("e", "electron.exe"));
  expect(electronProgram("e", "darwin")).toMatch(/MacOS.Electron$/);
});

it("says that the apps were not tested, why, and what helps", () => {
  const words = explainNoElectron("It is too far away.");
  expect(words).toMatch(/^Not tested here: the Electron apps/);
  for (const part of ["It is too far away.", "install-electron", "ELECTRON_OVERRIDE_DIST_PATH"])
    expect(words).toContain(part);
});
