import { standsBefore } from "../Line.ts";
import { linesOfCounter } from "../policy/pickNext.ts";
import type { State } from "../state.ts";
import type { CallBasis, Ticket } from "../ticket.ts";

/**
 * Why one of two tickets was called before the other, in data:
 * - `not_called`: neither was called yet;
 * - `not_there`: the other was issued, or came back to its line, only after the call;
 * - `not_callable`: the other's paper was not confirmed yet;
 * - `other_counter`: the calling counter does not serve the other's line;
 * - `later_tier`: it serves it only when its earlier tiers are empty;
 * - `cap`, `strict`, `turn`, `chosen`: the rule of the call (see CallBasis);
 * - `order`: same stream, and it stood before;
 * - `moved`: the other left its place meanwhile, so the call's own basis is all that is known.
 */
export interface Explanation {
  /** The ticket called first, or `null` when neither was. */
  readonly first: string | null;
  readonly second: string | null;
  readonly why:
    | "not_called"
    | "not_there"
    | "not_callable"
    | "other_counter"
    | "later_tier"
    | "cap"
    | "strict"
    | "turn"
    | "chosen"
    | "order"
    | "moved";
  /** The counter that called the first, and what it saw. */
  readonly counterId: string | null;
  readonly calledAt: number | null;
  readonly basis: CallBasis | null;
}

/**
 * Explains the order of two tickets of the day (EXPLAIN-1), from what each call kept of its basis.
 *
 * @throws RangeError when a ticket is not of the day
 */
export function explain(state: State, ticketA: string, ticketB: string): Explanation {
  const a = ticketOf(state, ticketA);
  const b = ticketOf(state, ticketB);
  const [first, second] = (a.calledSeq ?? Infinity) <= (b.calledSeq ?? Infinity) ? [a, b] : [b, a];
  const { basis, calledAt } = first;
  if (first.calledSeq === null || basis === null || calledAt === null)
    return { first: null, second: null, why: "not_called", counterId: null, calledAt: null, basis };
  const counterId = first.calledBy;
  const why = reasonOf(state, first, second, { basis, calledAt, counterId: counterId ?? "" });
  return { first: first.id, second: second.id, why, counterId, calledAt, basis };
}

function reasonOf(
  state: State,
  first: Ticket,
  second: Ticket,
  call: { readonly basis: CallBasis; readonly calledAt: number; readonly counterId: string },
): Explanation["why"] {
  const { basis, calledAt, counterId } = call;
  if (second.issuedSeq > (first.calledSeq ?? 0)) return "not_there";
  if (basis.rule === "chosen") return "chosen";
  if (basis.rule === "cap") return "cap";
  const head = basis.heads.find(
    ({ line, class: classId }) => line === second.place.line && classId === second.place.class,
  );
  const tier = linesOfCounter(state, counterId).findIndex((lines) =>
    lines.includes(second.place.line),
  );
  if (tier === -1) return "other_counter";
  if (tier > basis.tier) return "later_tier";
  const stream = state.settings.policy.classes[second.place.class].stream;
  if (stream !== basis.stream)
    return basis.rule === "only" ? notReady(second, calledAt) : basis.rule;
  if (head === undefined) return notReady(second, calledAt);
  return standsBefore(first, second) ? "order" : notReady(second, calledAt);
}

/** The other was in a line of the same counter, yet could not be called then. */
function notReady(second: Ticket, calledAt: number): Explanation["why"] {
  return second.callableSince > calledAt ? "not_callable" : "moved";
}

function ticketOf(state: State, id: string): Ticket {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new RangeError(`ticket ${id} is not of this day`);
  return ticket;
}
