import { toSnapshot } from "../snapshot.ts";
import type { State } from "../state.ts";
import type { Ticket } from "../ticket.ts";

/**
 * A state without what an undo leaves as it is by rule (UNDO-5): who touched what last and when,
 * that a ticket which was called once may be called at any time, the oldest entries of the lists of
 * latest calls and visits, and when a call that was put back had been recalled.
 */
export function essence(state: State): unknown {
  const { seq: _, tickets, counters, calls: _calls, serviceTimes, ...rest } = toSnapshot(state);
  return {
    ...rest,
    tickets: tickets.map(essenceOfTicket),
    counters: counters.map(({ last: _last, ...counter }) => counter),
    serviceTimes: serviceTimes
      .map(([service, visits]) => [service, visits.slice(-10)] as const)
      .filter(([, visits]) => visits.length > 0),
  };
}

function essenceOfTicket(ticket: Ticket): unknown {
  const {
    touchedSeq: _touched,
    movedAt: _moved,
    callableAt: _callable,
    readySeq: _ready,
    ...rest
  } = ticket;
  return rest;
}

/** All that is observable of a state, as plain data: two states that equal here go on alike. */
export function canonical(state: State): unknown {
  const lines = [...state.lines]
    .filter(([, { tickets }]) => tickets.length > 0)
    .map(([key, line]) => ({
      key,
      stand: line.tickets.map(({ id }) => id),
      issued: line.byIssue.map(({ id }) => id),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return { snapshot: toSnapshot(state), lines, labels: [...state.labels] };
}
