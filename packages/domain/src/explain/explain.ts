import type { State } from "../state.ts";
import type { CallBasis, Place, Ticket } from "../ticket.ts";

/**
 * Why one of two tickets was called before the other, in data:
 * - `not_called`: neither was called yet;
 * - `not_there`: the other did not wait at the call: it was issued later, or cancelled before;
 * - `chosen`: an officer called it by its label, out of the order;
 * - `moved`: the other came to where it stood only after the call (it returned, was transferred or
 *   got another class), so the call's own basis is all that is known;
 * - `other_counter`: the calling counter does not serve the other's line;
 * - `later_tier`: it serves it only when its earlier tiers are empty;
 * - `not_callable`: the other's paper was not confirmed yet, or its kiosk was cut off;
 * - `cap`, `strict`, `turn`: the rule of the call (see CallBasis);
 * - `order`: same stream, and it stood before.
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

interface Call {
  readonly basis: CallBasis;
  readonly seq: number;
  readonly at: number;
  readonly counterId: string;
}

/**
 * Explains the order of two tickets of the day, from what each call kept of its basis (EXPLAIN-1).
 * Only the latest call of each counts (EXPLAIN-2); one that was put back or undone is none.
 *
 * @throws RangeError when a ticket is not of the day
 */
export function explain(state: State, ticketA: string, ticketB: string): Explanation {
  const a = ticketOf(state, ticketA);
  const b = ticketOf(state, ticketB);
  const [first, second] = (a.calledSeq ?? Infinity) <= (b.calledSeq ?? Infinity) ? [a, b] : [b, a];
  const call = callOf(first);
  if (call === null)
    return {
      first: null,
      second: null,
      why: "not_called",
      counterId: null,
      calledAt: null,
      basis: null,
    };
  const { basis, at: calledAt, counterId } = call;
  const why = reasonOf(state, second, call);
  return { first: first.id, second: second.id, why, counterId, calledAt, basis };
}

function callOf({ basis, calledSeq, calledAt, calledBy }: Ticket): Call | null {
  if (basis === null || calledSeq === null || calledAt === null || calledBy === null) return null;
  return { basis, seq: calledSeq, at: calledAt, counterId: calledBy };
}

function reasonOf(state: State, second: Ticket, call: Call): Explanation["why"] {
  const { basis } = call;
  if (second.issuedSeq > call.seq || wasGone(second, call)) return "not_there";
  if (basis.rule === "chosen") return "chosen";
  // EXPLAIN-3: what is known of the other's place holds from `placedSeq` on, not before.
  if (second.placedSeq > call.seq) return "moved";
  const { line, class: classId } = second.place;
  const isSeen = basis.heads.some((head) => head.line === line && head.class === classId);
  if (!isSeen) return whyUnseen(state, second, call);
  if (!wasCallable(second, call)) return "not_callable";
  return ruleOf(basis, state.settings.policy.classes[classId].stream);
}

/** Cancelled and expired tickets were touched last when they left their line. */
function wasGone({ place, touchedSeq }: Ticket, { seq }: Call): boolean {
  return (place.status === "cancelled" || place.status === "expired") && touchedSeq < seq;
}

/** The counter saw nobody in the other's line and class: it did not look, or none could be called. */
function whyUnseen(state: State, second: Ticket, call: Call): Explanation["why"] {
  const tier = tierOf(state, second.place, call);
  if (tier === -1) return "other_counter";
  if (tier > call.basis.tier) return "later_tier";
  // Settings that were published since may give the counter lines that it did not serve then.
  return wasCallable(second, call) ? "other_counter" : "not_callable";
}

function tierOf(state: State, { line, serviceId }: Place, { counterId }: Call): number {
  if (line === `counter:${counterId}`) return 0;
  if (line === `officer:${state.counters.get(counterId)?.officerId}`) return 0;
  if (line !== `service:${serviceId}`) return -1;
  const tiers = state.index.counters.get(counterId)?.tiers ?? [];
  return tiers.findIndex((tier) => tier.includes(serviceId));
}

function wasCallable(ticket: Ticket, { seq, at }: Call): boolean {
  if (ticket.readySeq !== null && ticket.readySeq < seq) return true;
  if (ticket.heldSeq !== null && ticket.heldSeq < seq) return false;
  return at >= ticket.callableSince || at < ticket.issuedAt;
}

function ruleOf({ rule, stream }: CallBasis, other: CallBasis["stream"]): Explanation["why"] {
  if (rule === "cap" || rule === "chosen") return rule;
  if (stream === other) return "order";
  // Against `only` speaks a stream that waited: the classes were sorted otherwise then.
  return rule === "only" ? "moved" : rule;
}

function ticketOf(state: State, id: string): Ticket {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new RangeError(`ticket ${id} is not of this day`);
  return ticket;
}
