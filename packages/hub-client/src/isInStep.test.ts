import { describe, expect, it } from "vitest";
import { UNHEARD } from "./HubState.ts";
import { isInStep } from "./isInStep.ts";

describe("isInStep", () => {
  it("is so while the hub is there and is heard, and at no other time", () => {
    expect(isInStep({ ...UNHEARD, connection: "live" })).toBe(true);
    expect(isInStep({ ...UNHEARD, connection: "live", isStale: true })).toBe(false);
    for (const connection of ["connecting", "pairing", "reconnecting", "refused"] as const)
      expect(isInStep({ ...UNHEARD, connection })).toBe(false);
  });
});
