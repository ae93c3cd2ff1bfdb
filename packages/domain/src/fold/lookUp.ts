import { invariant } from "@luot/kit";
import type { Counter, State } from "../state.ts";
import type { Ticket } from "../ticket.ts";

/**
 * The ticket a fact speaks of.
 *
 * @throws when the day does not know it: the journal is broken
 */
export function ticketOf(state: State, id: string): Ticket {
  const ticket = state.tickets.get(id);
  invariant(ticket !== undefined, `ticket ${id} is not of this day`);
  return ticket;
}

/**
 * The counter a fact speaks of.
 *
 * @throws when the settings do not know it: the journal is broken
 */
export function counterOf(state: State, id: string): Counter {
  const counter = state.counters.get(id);
  invariant(counter !== undefined, `counter ${id} does not exist`);
  return counter;
}
