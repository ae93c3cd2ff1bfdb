import type { CommandPayloads } from "../commands.ts";
import type { Draft, TicketFacts } from "../events.ts";
import type { State } from "../state.ts";
import type { Ticket } from "../ticket.ts";
import { accept, moving, type Asked, type Decided, ownCounter, refuse } from "./decision.ts";

/**
 * UNDO rules: takes back the officer's own last action, all of its moves, for a short while, unless
 * something else has touched a ticket or the counter since. It is itself a fact.
 */
export function undo(asked: Asked, { counterId }: CommandPayloads["counter:undo"]): Decided {
  const { state, context } = asked;
  const counter = ownCounter(asked, counterId);
  if (!counter.ok) return counter;
  const { last, ticketId } = counter.value;
  if (last === null || !last.undoable) return refuse("nothing_to_undo", { counterId });
  if (Math.abs(context.now - last.at) > state.settings.policy.undoMs)
    return refuse("undo_too_late", { counterId });
  const isTouched =
    last.before.some(({ id }) => (state.tickets.get(id)?.touchedSeq ?? 0) > last.seq) ||
    // OFF-3: it would bring back a number that another one has replaced meanwhile.
    last.before.some(({ wishId }) => wishId !== null && state.superseded.has(wishId)) ||
    (ticketId !== null && !last.before.some(({ id }) => id === ticketId));
  if (isTouched) return refuse("undo_touched", { counterId });
  // Last moved first: a ticket called by the action leaves the counter before the old one comes back.
  const restored = last.before.toReversed().map((before) => restore(state, before));
  return accept(...restored, { type: "counter-undone", counterId, undone: last.cause });
}

function restore(state: State, before: Ticket): Draft {
  const ticket = state.tickets.get(before.id) ?? before;
  return {
    type: "ticket-restored",
    ...moving(ticket),
    from: ticket.place,
    to: before.place,
    times: {
      calledAt: before.calledAt,
      calledSeq: before.calledSeq,
      calledBy: before.calledBy,
      startedAt: before.startedAt,
      finishedAt: before.finishedAt,
      recalls: before.recalls,
      outcome: before.outcome,
    },
    kept: factsOf(ticket, before),
  };
}

function factsOf(ticket: Ticket, before: Ticket): TicketFacts {
  const { reason, language, issuedAt, callableAt, capAt, print } = ticket;
  const { calledAt, startedAt, recalls } = before;
  return { reason, language, issuedAt, callableAt, capAt, print, calledAt, startedAt, recalls };
}
