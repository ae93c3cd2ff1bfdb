import { invariant } from "@luot/kit";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { serviceDayOf } from "../calendar/sessions.ts";
import { decide } from "../decide/decide.ts";
import { isAttended } from "../decide/places.ts";
import type { Event, EventType } from "../events.ts";
import { evolve } from "../evolve.ts";
import { fromSnapshot, type StateSnapshot, toSnapshot } from "../snapshot.ts";
import { initialState, learnSettings, type State } from "../state.ts";
import { isFinal } from "../ticket.ts";
import { canonical } from "../testing/essence.ts";
import { failureOf, same } from "../testing/failureOf.ts";
import { historyOf, LIBRARY, play, type Step } from "../testing/history.ts";
import type { Runner } from "../testing/Runner.ts";
import { settingsOf, WISHES } from "../testing/wishes.ts";

// A busy machine may take long; how long says nothing about the engine.
vi.setConfig({ testTimeout: 120_000 });

const HISTORIES = historyOf({ length: 240, without: [] });

/** How often each command was accepted, and which refusals and facts ever came up. */
const accepted = new Map<string, number>();
const refusals = new Set<string>();
const facts = new Set<EventType>();

describe("any history of a hall", () => {
  it("[I1][I3][I13][MOVE-5] gives no label twice, a ticket one counter, events the open day", () => {
    const property = fc.property(HISTORIES, (intents) => {
      checkDays(play(intents, { after: countAndCheck }).journal);
    });
    expect(failureOf(property, 150)).toBeNull();
  });

  it("[I4][I5] is repeated by its journal, and by asking for each command again", () => {
    const property = fc.property(HISTORIES, (intents) => {
      const steps: Step[] = [];
      const runner = play(intents, { after: (_, step) => void steps.push(step) });
      const replayed = blank();
      for (const event of structuredClone(runner.journal)) evolve(replayed, event);
      same(canonical(replayed), canonical(runner.state));
      const again = blank();
      for (const step of steps) same(redecide(again, step), step.decision);
      same(canonical(again), canonical(runner.state));
    });
    expect(failureOf(property, 40)).toBeNull();
  });

  it("[I7] gives each fact an actor, a time, its command and the next number", () => {
    const property = fc.property(HISTORIES, (intents) => {
      let seq = 0;
      const after = (hall: Runner, { command, decision }: Step): void => {
        for (const event of decision.ok ? decision.value : []) {
          same([event.seq, event.at, event.cause], [++seq, hall.now, command.id]);
          invariant(/^(?:hub|(?:officer|device|citizen):.+)$/u.test(event.actor), event.actor);
        }
        invariant(!decision.ok || decision.value.length > 0, "accepted without a fact");
      };
      play(intents, { after });
    });
    expect(failureOf(property, 30)).toBeNull();
  });

  it("[I5] goes on from a snapshot as it would have without", () => {
    const property = fc.property(HISTORIES, fc.nat(200), (intents, at) => {
      let copy: State | null = null;
      let steps = 0;
      const after = (hall: Runner, step: Step): void => {
        if (copy !== null) same(redecide(copy, step), step.decision);
        else if (++steps > at) copy = restarted(hall);
      };
      const runner = play(intents, { after });
      if (copy !== null) same(canonical(copy), canonical(runner.state));
    });
    expect(failureOf(property, 40)).toBeNull();
  });

  it("[I5] is only read by decide", () => {
    const property = fc.property(HISTORIES, (intents) => {
      let before = "";
      play(intents, {
        before: (hall) => {
          before = textOf(hall);
        },
        fold: (hall, events) => {
          invariant(textOf(hall) === before, "decide changed the state");
          hall.fold(events);
        },
      });
    });
    expect(failureOf(property, 12)).toBeNull();
  });

  it("[I7] shows every command at its work: each was accepted and each fact came up", () => {
    const never = Object.keys(WISHES).filter((type) => !accepted.has(type));
    expect(never).toEqual([]);
    expect(facts.size).toBe(32);
    expect(refusals.size).toBeGreaterThan(15);
  });
});

function countAndCheck(hall: Runner, { command, decision }: Step): void {
  checkCounters(hall.state);
  checkSuperseded(hall.state);
  if (!decision.ok) refusals.add(decision.error.code);
  else {
    accepted.set(command.type, (accepted.get(command.type) ?? 0) + 1);
    for (const { type } of decision.value) facts.add(type);
  }
}

/** A state that knows all settings, before the first event. */
function blank(): State {
  const state = initialState(settingsOf(1));
  for (const settings of LIBRARY) learnSettings(state, settings);
  return state;
}

function redecide(state: State, { command, now, decision }: Step): Step["decision"] {
  const issued = decision.ok ? decision.value.find(({ type }) => type === "ticket-issued") : null;
  const ids = issued?.type === "ticket-issued" ? [issued.ticketId] : ["unused"];
  const again = decide(state, command, { now, ids });
  for (const event of again.ok ? again.value : []) evolve(state, event);
  return again;
}

function restarted(hall: Runner): State {
  // What JSON.parse gives is what a store would read back.
  const stored = JSON.parse(JSON.stringify(toSnapshot(hall.state))) as StateSnapshot;
  return fromSnapshot(stored, LIBRARY);
}

function textOf(hall: Runner): string {
  return JSON.stringify(canonical(hall.state));
}

/** I3, MOVE-5: counters and tickets agree, and nobody waits for a desk that is not there. */
function checkCounters(state: State): void {
  const busy = [...state.tickets.values()].filter(
    ({ place }) => place.status === "called" || place.status === "serving",
  );
  const held = [...state.counters.values()].filter(({ ticketId }) => ticketId !== null);
  invariant(held.length === busy.length, "a counter holds what is not there");
  for (const { id, label, place } of busy)
    invariant(state.counters.get(place.counterId ?? "")?.ticketId === id, `${label} is astray`);
  for (const { label, place } of state.tickets.values())
    if (place.status === "waiting")
      invariant(isAttended(state, place.line), `${label} waits where nobody calls`);
}

/** OFF-3: of the wishes that an offline number superseded, none has a number any more. */
function checkSuperseded({ superseded, wishes, tickets }: State): void {
  for (const wish of superseded) {
    const ghost = tickets.get(wishes.get(wish) ?? "");
    invariant(ghost === undefined || isFinal(ghost.place), `${ghost?.label} has no holder`);
  }
}

/** I1, I13: a day is the calendar's and comes once; within it no label comes twice. */
function checkDays(journal: readonly Event[]): void {
  const { calendar } = settingsOf(1);
  const days = new Map<string, Set<string>>();
  let open = "";
  for (const event of journal) {
    if (event.type === "day-opened") {
      invariant(event.day === serviceDayOf(event.at, calendar), `${event.day} is another day`);
      invariant(!days.has(event.day), `${event.day} came twice`);
      days.set(event.day, new Set());
      open = event.day;
    }
    // OFF-4: alone of a day before; that its label is new there only the hub's store can tell.
    if (event.type === "ticket-entered-late") invariant(event.day < open, `late on ${event.day}`);
    else invariant(event.type === "settings-published" || event.day === open, `day ${event.day}`);
    if (event.type !== "ticket-issued" && event.type !== "ticket-entered") continue;
    invariant(days.get(event.day)?.has(event.label) === false, `${event.label} came twice`);
    days.get(event.day)?.add(event.label);
  }
}
