import { aDeskTicket, aDeskViewOf, deskSettings } from "@luot/domain/testing";
import type { DeskTicket } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import { setAside } from "./setAside.ts";

const desk = { counterId: "q1", officerId: "lan" };
const strict = deskSettings({ kind: "strict" });

const parked = (label: string, movedAt: number, place: Partial<DeskTicket["place"]>): DeskTicket =>
  aDeskTicket(label, 1, { movedAt, place: { status: "parked", ...place } });

describe("setAside", () => {
  it("has whom this counter or its lines parked, the longest there first", () => {
    const view = aDeskViewOf(
      parked("L2", 20, { counterId: "q2" }),
      parked("B1", 10, { line: "service:birth", counterId: "q1" }),
      parked("B2", 5, { line: "service:birth", counterId: "q2" }),
      aDeskTicket("L3", 1, { place: { status: "absent" } }),
    );
    const found = setAside(view, strict, desk, "parked").map(({ label }) => label);
    expect(found).toEqual(["B1", "L2"]);
  });
});
