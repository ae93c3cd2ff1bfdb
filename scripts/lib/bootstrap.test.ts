import { describe, expect, it } from "vitest";
import { explainOldNode } from "./bootstrap.mjs";

describe("explainOldNode", () => {
  it.each(["v20.0.0", "v24.21.0", "v100.0.0"])("passes %s", (version) => {
    expect(explainOldNode(version)).toBeNull();
  });

  it.each(["v18.20.4", "v2.0.0"])("says what to install instead of %s", (version) => {
    expect(explainOldNode(version)).toContain(`this is Node ${version}`);
    expect(explainOldNode(version)).toContain("https://nodejs.org");
  });
});
