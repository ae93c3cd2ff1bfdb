import { invariant } from "@luot/kit";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isCallable, linesOfCounter, pickNext } from "../policy/pickNext.ts";
import type { State } from "../state.ts";
import { aCentre, aPolicy, capsOf, MINUTE, SECOND } from "../testing/aCentre.ts";
import { failureOf, same } from "../testing/failureOf.ts";
import { historyOf, play } from "../testing/history.ts";
import { officerAt, openedRunner, type Runner } from "../testing/Runner.ts";
import type { Ticket } from "../ticket.ts";

// A busy machine may take long; how long says nothing about the engine.
vi.setConfig({ testTimeout: 120_000 });

describe("the calling policy", () => {
  it("[CALL-1][CALL-2][CALL-3][CALL-4][CALL-5] picks whom a plain reading of its rules picks", () => {
    const rules = new Set<string>();
    const property = fc.property(historyOf({ length: 240, without: [] }), (intents) => {
      play(intents, {
        after: ({ state, now }) => {
          for (const { id } of state.counters.values()) {
            const pick = pickNext(state, id, now);
            same(pick?.ticket.label, plainNext(state, id, now)?.label);
            if (pick !== null) rules.add(pick.basis.rule);
          }
        },
      });
    });
    expect(failureOf(property, 100)).toBeNull();
    expect([...rules].toSorted()).toEqual(["cap", "only", "strict", "turn"]);
  });

  it("[I6] once past its cap, nobody waits for more calls than older tickets waited", () => {
    let late = 0;
    const property = fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(3)), BUSY), (steps) => {
      const hall = busyHall();
      const left = new Map<string, number>();
      for (const [what, which] of steps) {
        hall.now += which * 20 * SECOND;
        if (what < 4) hall.issue("land", which === 0 ? PRIORITY : {});
        else late += callAndCount(hall, `c${1 + (which % 3)}`, left);
      }
    });
    expect(failureOf(property, 60)).toBeNull();
    expect(late).toBeGreaterThan(100);
  });

  it("[I6] before its cap, nobody waits for more calls than their turn allows", () => {
    const arrivals = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
    const property = fc.property(arrivals, fc.nat(39), fc.nat(3), (classes, of, normals) => {
      const hall = busyHall();
      hall.must("counter:close", { counterId: "c2" }, officerAt("c2"));
      hall.must("counter:close", { counterId: "c3" }, officerAt("c3"));
      const tickets = classes.map((isPriority) => hall.issue("land", isPriority ? PRIORITY : {}));
      const ticket = tickets[of % tickets.length];
      invariant(ticket !== undefined, "somebody waits");
      const ahead = tickets.filter(
        ({ number, place }) => number < ticket.number && place.class === ticket.place.class,
      ).length;
      // Of four calls one is the priority stream's; of two one is the normal stream's.
      const bound = ticket.place.class === "normal" ? 2 * (ahead + 1) : 4 * (ahead + 1);
      for (let calls = 0; ticket.place.status === "waiting"; calls++) {
        invariant(calls < bound, `${ticket.label} still waits after ${calls} calls`);
        // Whoever comes meanwhile stands behind.
        for (let i = 0; i < normals; i++) hall.issue("land", i === 0 ? PRIORITY : {});
        callOne(hall, "c1");
      }
    });
    expect(failureOf(property, 60)).toBeNull();
  });
});

const PRIORITY = { class: "priority", reason: "elderly" } as const;
const BUSY = { maxLength: 200, size: "max" } as const;

/** All counters take land; caps so short that many tickets are past them. */
function busyHall(): Runner {
  const classes = capsOf({ normal: 8 * MINUTE, others: 4 * MINUTE });
  const counters = aCentre({}).counters.map((counter) => ({ ...counter, tiers: [["land"]] }));
  const settings = aCentre({ counters, policy: aPolicy({ classes }) });
  return openedRunner(settings, ["c1", "c2", "c3"]);
}

function callOne(hall: Runner, counterId: string): void {
  hall.send("ticket:call-next", { counterId }, officerAt(counterId));
  const done = { counterId, outcome: "guided", dossierRefs: [] } as const;
  hall.send("ticket:finish", done, officerAt(counterId));
}

/** Calls once; counts down for each ticket past its cap. Gives how many were past it. */
function callAndCount(hall: Runner, counterId: string, left: Map<string, number>): number {
  const waiting = [...hall.state.tickets.values()].filter(
    ({ place }) => place.status === "waiting",
  );
  const late = waiting.filter(({ capAt }) => capAt <= hall.now);
  for (const { id, issuedSeq } of late)
    if (!left.has(id)) left.set(id, waiting.filter((other) => other.issuedSeq < issuedSeq).length);
  callOne(hall, counterId);
  for (const { id, label, place } of late) {
    const calls = left.get(id) ?? 0;
    invariant(calls > 0 || place.status !== "waiting", `${label} was passed over`);
    left.set(id, calls - 1);
  }
  return late.length;
}

/** The policy as the domain page words it, with no thought for speed. */
function plainNext(state: State, counterId: string, now: number): Ticket | undefined {
  for (const lines of linesOfCounter(state, counterId)) {
    const callable = [...state.tickets.values()].filter(
      (ticket) =>
        ticket.place.status === "waiting" &&
        lines.includes(ticket.place.line) &&
        isCallable(ticket, now),
    );
    if (callable.length > 0) return plainChoice(state, counterId, callable, now);
  }
  return undefined;
}

const by = (key: (ticket: Ticket) => number) => (a: Ticket, b: Ticket) =>
  key(a) - key(b) || (a.id < b.id ? -1 : 1);

function plainChoice(
  { settings: { policy }, counters }: State,
  counterId: string,
  callable: readonly Ticket[],
  now: number,
): Ticket | undefined {
  const [late] = callable
    .filter(({ capAt }) => capAt <= now)
    .toSorted(by(({ issuedAt }) => issuedAt));
  if (late !== undefined) return late;
  const inOrder = callable.toSorted(by(({ place }) => place.orderAt));
  const first = (stream: string): Ticket | undefined =>
    inOrder.find(({ place }) => policy.classes[place.class].stream === stream);
  const [priority, normal] = [first("priority"), first("normal")];
  const normals = counters.get(counterId)?.normals ?? 0;
  const isTurn = policy.mode.kind === "strict" || normals >= policy.mode.normals;
  return isTurn ? (priority ?? normal) : (normal ?? priority);
}
