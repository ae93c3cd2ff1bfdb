import type { Identity } from "@luot/contract";
import { describe, expect, it } from "vitest";
import { type Officer, officerNow } from "./Officer.ts";

const lan: Officer = {
  officerId: "lan",
  name: "Lan",
  role: "officer",
  rights: [],
  isLocked: false,
};
const welcomed = (officer: Officer | null): Identity => ({
  deviceId: "d1",
  role: "counter",
  name: "Quầy 1",
  counterId: "q1",
  zone: null,
  officer,
});

describe("officerNow", () => {
  it("takes what happened here for true until the hub says more", () => {
    const identity = welcomed(null);
    expect(officerNow(null, identity)).toBeNull();
    expect(officerNow({ since: identity, officer: lan }, identity)).toBe(lan);
  });

  it("believes a newer welcome: also that the session is over", () => {
    const seen = { since: welcomed(null), officer: lan };
    expect(officerNow(seen, welcomed(null))).toBeNull();
    const locked = { ...lan, isLocked: true };
    expect(officerNow(seen, welcomed(locked))).toBe(locked);
  });
});
