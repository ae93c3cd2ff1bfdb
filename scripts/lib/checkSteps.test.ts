import { describe, expect, it } from "vitest";
import { explainNoCruise, explainWrongCompiler } from "./checkSteps.mjs";

describe("explainWrongCompiler", () => {
  it("passes TypeScript 7", () => {
    expect(explainWrongCompiler("Version 7.0.2\n")).toBeNull();
  });

  it.each(["Version 6.0.3\n", "", "Version 17.0.0\n"])("refuses %j", (output) => {
    expect(explainWrongCompiler(output)).toContain("TypeScript 7");
  });
});

describe("explainNoCruise", () => {
  it.each([
    "✔ no dependency violations found (12 modules, 30 dependencies cruised)",
    "x 1 dependency violations (1 errors, 0 warnings). 1 modules, 0 dependencies cruised.",
  ])("passes a cruise of some modules: %s", (output) => {
    expect(explainNoCruise(output)).toBeNull();
  });

  it.each(["✔ no dependency violations found (0 modules, 0 dependencies cruised)", ""])(
    "refuses a cruise of nothing: %j",
    (output) => {
      expect(explainNoCruise(output)).toContain("no module");
    },
  );
});
