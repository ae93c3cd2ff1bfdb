import type { CentreSettings, DeskTicket, DeskView } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import { setAside } from "./setAside.ts";

const NOW = 1_000_000;
const desk = { counterId: "q1", officerId: "lan" };

function settingsWith(mode: CentreSettings["policy"]["mode"]): CentreSettings {
  const normal = { stream: "normal", capMs: 1 } as const;
  const priority = { stream: "priority", capMs: 1 } as const;
  return {
    counters: [
      { id: "q1", number: 1, name: null, zone: "hall", tiers: [["land"], ["tax"]] },
      { id: "q2", number: 2, name: null, zone: "hall", tiers: [["birth"]] },
    ],
    policy: {
      mode,
      classes: { normal, priority, appointment: priority, returning: normal },
    },
  } as unknown as CentreSettings;
}

const strict = settingsWith({ kind: "strict" });

interface Change {
  readonly place?: Partial<DeskTicket["place"]>;
  readonly issuedAt?: number;
  readonly capAt?: number;
  readonly movedAt?: number;
}

function ticket(label: string, orderAt: number, change: Change = {}): DeskTicket {
  const { place, ...rest } = change;
  return {
    id: `id-${label}`,
    label,
    place: {
      status: "waiting",
      serviceId: "land",
      class: "normal",
      line: "service:land",
      counterId: null,
      orderAt,
      ...place,
    },
    issuedAt: orderAt,
    callableAt: 0,
    capAt: NOW + 1,
    movedAt: orderAt,
    ...rest,
  } as unknown as DeskTicket;
}

function viewOf(...tickets: readonly DeskTicket[]): DeskView {
  return { tickets: Object.fromEntries(tickets.map((one) => [one.id, one])) } as DeskView;
}

describe("setAside", () => {
  it("has whom this counter or its lines parked, the longest there first", () => {
    const parked = (label: string, movedAt: number, place: Partial<DeskTicket["place"]>) =>
      ticket(label, 1, { movedAt, place: { status: "parked", ...place } });
    const view = viewOf(
      parked("L2", 20, { counterId: "q2" }),
      parked("B1", 10, { line: "service:birth", counterId: "q1" }),
      parked("B2", 5, { line: "service:birth", counterId: "q2" }),
      ticket("L3", 1, { place: { status: "absent" } }),
    );
    const found = setAside(view, strict, desk, "parked").map(({ label }) => label);
    expect(found).toEqual(["B1", "L2"]);
  });
});
