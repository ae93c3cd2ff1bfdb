import { invariant } from "@luot/kit";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Event } from "../events.ts";
import { explain, type Explanation } from "../explain/explain.ts";
import { standsBefore } from "../Line.ts";
import { isCallable, linesOfCounter } from "../policy/pickNext.ts";
import type { State } from "../state.ts";
import { failureOf } from "../testing/failureOf.ts";
import { historyOf, play } from "../testing/history.ts";
import type { Runner } from "../testing/Runner.ts";
import type { Place, Ticket } from "../ticket.ts";

// A busy machine may take long; how long says nothing about the engine.
vi.setConfig({ testTimeout: 120_000 });

/** What the hall was like when a ticket was called. */
interface Moment {
  readonly seq: number;
  readonly called: Seen;
  readonly waiting: ReadonlyMap<string, Seen>;
  readonly tier: (line: string) => number;
}

interface Seen {
  readonly id: string;
  readonly place: Place;
  readonly stream: string;
  readonly isCallable: boolean;
}

const ALL_REASONS: readonly Explanation["why"][] = [
  "cap",
  "chosen",
  "later_tier",
  "moved",
  "not_callable",
  "not_called",
  "not_there",
  "order",
  "other_counter",
  "strict",
  "turn",
];

describe("explanations of random histories", () => {
  it("[EXPLAIN-1][EXPLAIN-2][EXPLAIN-3] name the first, and never say what was not so", () => {
    const told = new Set<string>();
    const options = { length: 240, without: ["settings:publish", "day:close"] } as const;
    const property = fc.property(historyOf(options), fc.nat(999), (intents, n) => {
      // The first version interleaves the streams, the second is strict.
      const version = 1 + (n % 2);
      const moments = new Map<string, Moment>();
      const watchCalls = (hall: Runner, events: readonly Event[]): void => {
        for (const event of events) {
          const moment = event.type === "ticket-called" ? momentOf(hall.state, event) : null;
          hall.fold([event]);
          if (event.type === "ticket-put-back") moments.delete(event.ticketId);
          if (event.type === "ticket-restored") forget(hall.state, event.ticketId);
          if (moment !== null) moments.set(moment.called.id, moment);
        }
      };
      // What an undo brings back is told by the state alone; such tickets are left out here.
      const forgotten = new Set<string>();
      const forget = (_: State, id: string): void => void forgotten.add(id);
      const { state } = play(intents, { version, fold: watchCalls });
      const ids = [...state.tickets.keys()].filter((id) => !forgotten.has(id));
      for (const [i, a] of ids.entries()) {
        const b = ids[(i * 7 + n) % ids.length];
        if (b === undefined || a === b) continue;
        told.add(checked(explain(state, a, b), moments, [a, b]));
      }
    });
    expect(failureOf(property, 400)).toBeNull();
    expect([...told].toSorted()).toEqual(ALL_REASONS);
  });
});

function momentOf(state: State, event: Extract<Event, { type: "ticket-called" }>): Moment {
  const seen = (ticket: Ticket): Seen => ({
    id: ticket.id,
    place: ticket.place,
    stream: state.settings.policy.classes[ticket.place.class].stream,
    isCallable: isCallable(ticket, event.at),
  });
  const called = state.tickets.get(event.ticketId);
  invariant(called !== undefined, "a ticket of the day is called");
  const waiting = [...state.tickets.values()].filter(({ place }) => place.status === "waiting");
  const lines = linesOfCounter(state, event.to.counterId ?? "");
  return {
    seq: event.seq,
    called: seen(called),
    waiting: new Map(waiting.map((ticket) => [ticket.id, seen(ticket)])),
    tier: (line) => lines.findIndex((tier) => tier.some((id) => id === line)),
  };
}

/** Holds an explanation against the moment of the call; gives its reason. */
function checked(
  { first, second, why, basis }: Explanation,
  moments: ReadonlyMap<string, Moment>,
  asked: readonly [string, string],
): string {
  const [one, other] = asked.map((id) => moments.get(id)?.seq ?? Infinity);
  invariant(one !== undefined && other !== undefined, "two were asked for");
  if (first === null || second === null) {
    invariant(one === Infinity && other === Infinity, "somebody was called");
    return why;
  }
  invariant(first === (one < other ? asked[0] : asked[1]), "the other was called first");
  const moment = moments.get(first);
  invariant(moment !== undefined && basis !== null, "the call is known");
  const isTrue = isSo(why, moment, second, { rule: basis.rule, tier: basis.tier });
  invariant(isTrue, `${why} was not so: ${JSON.stringify([basis, moment.waiting.get(second)])}`);
  return why;
}

function isSo(
  why: Explanation["why"],
  { called, waiting, tier }: Moment,
  second: string,
  basis: { readonly rule: string; readonly tier: number },
): boolean {
  const there = waiting.get(second);
  if (why === "chosen" || why === "cap") return basis.rule === why;
  if (why === "moved") return true;
  if (why === "not_there" || there === undefined) return why === "not_there" && there === undefined;
  const theirs = tier(there.place.line);
  switch (why) {
    case "order":
      return there.isCallable && called.stream === there.stream && standsBefore(called, there);
    case "strict":
    case "turn":
      return basis.rule === why && called.stream !== there.stream && there.isCallable;
    case "not_callable":
      return !there.isCallable;
    case "other_counter":
      return theirs === -1;
    case "later_tier":
      return theirs > basis.tier;
    case "not_called":
      return false;
    default:
      return why satisfies never;
  }
}
