import { describe, expect, it } from "vitest";
import { aDossier } from "../testing/aDossier.ts";
import { usualOutcome } from "./usualOutcome.ts";

type Next = ReturnType<typeof aDossier>["next"]["kind"];
const next = (kind: Next, isElsewhere: boolean) =>
  aDossier({ next: { kind, serviceId: null, isElsewhere, place: null } });

describe("the outcome that a visit starts with", () => {
  it.each([
    ["collect", "returned_result"],
    ["supplement", "supplemented"],
    ["guidance", "guided"],
    ["submit", "accepted"],
    ["pay", "accepted"],
    [null, "accepted"],
  ] as const)("of a service of the kind %s is %s", (kind, outcome) => {
    expect(usualOutcome(kind, [])).toBe(outcome);
  });

  it.each([
    ["collect", "returned_result"],
    ["supplement", "supplemented"],
    ["wait", "guided"],
    ["pay", "guided"],
    ["ask", "guided"],
    ["none", "guided"],
  ] as const)("follows the only dossier, next to %s, before the service: %s", (kind, outcome) => {
    expect(usualOutcome("guidance", [next(kind, false)])).toBe(outcome);
  });

  it("is the service's with several dossiers, and for a result handed out elsewhere", () => {
    expect(usualOutcome("submit", [next("collect", false), next("collect", false)])).toBe(
      "accepted",
    );
    expect(usualOutcome("guidance", [next("collect", true)])).toBe("guided");
  });
});
