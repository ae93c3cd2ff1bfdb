import type { Event, EventType, State } from "@luot/domain";
import { DAY } from "@luot/domain/testing";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { openDatabase } from "./openDatabase.ts";
import { SqliteJournal } from "./SqliteJournal.ts";
import { historyArbitrary } from "./testing/randomHistory.ts";

const RUNS = 100;
const TICKETS = `SELECT id, day, label, service_id AS serviceId, class, status,
  counter_id AS counterId, issued_at AS issuedAt, called_at AS calledAt,
  finished_at AS finishedAt, outcome FROM tickets ORDER BY id`;

it("read models say what a fold of the events says, whatever happened", async () => {
  const seen = new Set<EventType>();
  await fc.assert(
    fc.asyncProperty(historyArbitrary, async ({ history, batches }) => {
      const db = openDatabase(":memory:");
      const journal = new SqliteJournal(db);
      for (const batch of batches) await journal.append(journal.lastSeq, batch);
      const events = journal.eventsAfter(0, 100_000);
      expect(events).toEqual(batches.flat().flatMap((entry) => entry.events));
      expect(db.prepare(TICKETS).all()).toEqual(ticketsOf(history.state));
      expect(db.prepare("SELECT seq FROM calls ORDER BY seq").pluck().all()).toEqual(
        callsIn(events),
      );
      expect(db.prepare("SELECT seq FROM service_intervals ORDER BY seq").pluck().all()).toEqual(
        visitsIn(events),
      );
      for (const { type } of events) seen.add(type);
      db.close();
    }),
    { numRuns: RUNS },
  );
  // A property over histories in which something never happens proves nothing about it.
  expect([...seen]).toEqual(expect.arrayContaining(MOVES));
});

const MOVES: EventType[] = [
  "ticket-issued",
  "ticket-called",
  "ticket-put-back",
  "ticket-started",
  "ticket-finished",
  "ticket-missed",
  "ticket-returned",
  "ticket-parked",
  "ticket-resumed",
  "ticket-transferred",
  "ticket-cancelled",
  "ticket-expired",
  "ticket-priority-set",
  "ticket-restored",
];

function ticketsOf(state: State): unknown[] {
  return [...state.tickets.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, label, place, issuedAt, calledAt, finishedAt, outcome }) => {
      const { serviceId, class: classId, status, counterId } = place;
      const standing = { day: DAY, label, serviceId, class: classId, status, counterId };
      return { id, ...standing, issuedAt, calledAt, finishedAt, outcome };
    });
}

function callsIn(events: readonly Event[]): number[] {
  return events.flatMap(({ type, seq }) => (type === "ticket-called" ? [seq] : []));
}

/** Visits that ended, without those whose end was taken back. */
function visitsIn(events: readonly Event[]): number[] {
  const visits = new Map<string, number>();
  for (const event of events) {
    if (event.type === "ticket-finished") visits.set(event.ticketId, event.seq);
    else if (event.type === "ticket-restored" && event.from.status === "done")
      visits.delete(event.ticketId);
  }
  return [...visits.values()].toSorted((a, b) => a - b);
}
