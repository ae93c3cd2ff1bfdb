import type { CentreSettings } from "../settings/CentreSettings.ts";
import {
  aDeskTicket,
  aDeskViewOf as viewOf,
  DESK_NOW as NOW,
  deskSettings as settingsWith,
  type DeskTicketChange,
} from "../testing/aDesk.ts";
import type { DeskTicket } from "../views/deskView.ts";
import { describe, expect, it } from "vitest";
import { deskQueue } from "./deskQueue.ts";

const desk = { counterId: "q1", officerId: "lan" };
const strict = settingsWith({ kind: "strict" });
const ticket = (label: string, orderAt: number, change: DeskTicketChange = {}): DeskTicket =>
  aDeskTicket(label, orderAt, change);

function labels(settings: CentreSettings, ...tickets: readonly DeskTicket[]): readonly string[] {
  return deskQueue(viewOf(...tickets), settings, desk, NOW).map(({ label }) => label);
}

const PRIORITY = { place: { class: "priority" } } as const;

describe("deskQueue", () => {
  it("[CALL-1] puts a later tier behind and leaves out what this counter does not serve", () => {
    const tax = ticket("T1", 1, { place: { line: "service:tax" } });
    const birth = ticket("B1", 2, { place: { line: "service:birth" } });
    expect(labels(strict, tax, birth, ticket("L1", 3))).toEqual(["L1", "T1"]);
  });

  it("[CALL-1] has what was sent to this counter or its officer, and nobody else's", () => {
    const mine = ticket("L1", 3, { place: { line: "counter:q1" } });
    const hers = ticket("L2", 4, { place: { line: "officer:lan" } });
    const other = ticket("L3", 1, { place: { line: "officer:mai" } });
    expect(labels(strict, mine, hers, other)).toEqual(["L1", "L2"]);
  });

  it("[CALL-2] puts who waited too long first, the one issued first before others", () => {
    const late = ticket("L1", 9, { capAt: NOW, issuedAt: 5 });
    const later = ticket("L2", 8, { capAt: NOW, issuedAt: 6 });
    expect(labels(strict, ticket("P1", 1, PRIORITY), later, late)).toEqual(["L1", "L2", "P1"]);
  });

  it("[CALL-4] strict: has all of the priority stream before the normal one", () => {
    expect(labels(strict, ticket("L1", 1), ticket("P1", 2, PRIORITY))).toEqual(["P1", "L1"]);
  });

  it("[CALL-4] interleaved: lets N of the normal stream follow each of the priority stream", () => {
    const settings = settingsWith({ kind: "interleaved", normals: 2 });
    const normal = [1, 2, 3, 4, 5].map((n) => ticket(`L${n}`, n));
    const priority = [6, 7].map((n) => ticket(`P${n}`, n, PRIORITY));
    expect(labels(settings, ...normal, ...priority)).toEqual([
      "P6",
      "L1",
      "L2",
      "P7",
      "L3",
      "L4",
      "L5",
    ]);
  });

  it("[CALL-5] orders by rank, then by id", () => {
    expect(labels(strict, ticket("L3", 2), ticket("L2", 2), ticket("L1", 3))).toEqual([
      "L2",
      "L3",
      "L1",
    ]);
  });

  it("leaves out who does not wait", () => {
    expect(labels(strict, ticket("L1", 1, { place: { status: "called" } }))).toEqual([]);
  });
});
