import { assertNever, invariant } from "@luot/kit";
import type { Event } from "./events.ts";
import { foldCounter } from "./fold/counters.ts";
import { closeDay, openDay, publishSettings } from "./fold/day.ts";
import { counterOf, ticketOf } from "./fold/lookUp.ts";
import { moveTicket } from "./fold/moves.ts";
import { enterTicket, issueTicket, printTicket, recallTicket } from "./fold/tickets.ts";
import type { State } from "./state.ts";

/**
 * Folds one fact into the state, in place, and returns the same state.
 *
 * The state's one owner calls this; whoever needs the old state clones it first.
 *
 * @throws when the fact does not follow from the state: a gap in `seq`, a move from a place where
 *   the ticket does not stand, a second ticket at a counter. That is a broken journal, not a refusal.
 */
export function evolve(state: State, event: Event): State {
  invariant(event.seq === state.seq + 1, `seq ${event.seq} after ${state.seq}`);
  apply(state, event);
  state.seq = event.seq;
  return state;
}

function apply(state: State, event: Event): void {
  switch (event.type) {
    case "day-opened":
      return openDay(state, event.day);
    case "day-closed":
      return closeDay(state);
    case "settings-published":
      return publishSettings(state, event.version);
    case "ticket-issued":
      return issueTicket(state, event);
    case "ticket-entered":
      return enterTicket(state, event);
    case "ticket-entered-late":
      // Of a day that is over: for the reports alone.
      return;
    case "ticket-rated":
      ticketOf(state, event.ticketId).score = event.score;
      return;
    case "wish-superseded":
      return void state.superseded.add(event.wishId);
    case "ticket-print-confirmed":
    case "ticket-print-failed":
    case "ticket-reprinted":
    case "ticket-held":
    case "ticket-released":
      return printTicket(ticketOf(state, event.ticketId), event);
    case "ticket-recalled":
      return recallTicket(state, event);
    case "ticket-called":
    case "ticket-put-back":
    case "ticket-started":
    case "ticket-finished":
    case "ticket-missed":
    case "ticket-returned":
    case "ticket-parked":
    case "ticket-resumed":
    case "ticket-transferred":
    case "ticket-cancelled":
    case "ticket-expired":
    case "ticket-priority-set":
    case "ticket-restored":
      return moveTicket(state, event);
    case "counter-opened":
    case "counter-closed":
    case "counter-paused":
    case "counter-resumed":
    case "counter-undone":
      return foldCounter(counterOf(state, event.counterId), event);
    default:
      return assertNever(event);
  }
}
