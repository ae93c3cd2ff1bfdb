import { estimateWait, peopleAhead, type WaitEstimate } from "../estimate.ts";
import { countBefore, lineKey } from "../Line.ts";
import { CLASSES } from "../policy/pickNext.ts";
import type { Counter, State } from "../state.ts";
import type { Score, Ticket, TicketStatus } from "../ticket.ts";

/** What the holder of a ticket sees on the own phone. */
export interface PhoneView {
  readonly ticketId: string;
  readonly label: string;
  readonly serviceId: string;
  readonly status: TicketStatus;
  readonly counterId: string | null;
  readonly recalls: number;
  /** What was said of the visit; `null` before. */
  readonly score: Score | null;
  /** People called before, or `null` when the ticket does not wait. */
  readonly ahead: number | null;
  /** `null` when the ticket does not wait or no counter is open. */
  readonly estimate: WaitEstimate | null;
}

/**
 * The phone view of a ticket. The hub computes it, because a place in line depends on the whole
 * hall; the phone's fold replaces the old view by the new one, so the law of views holds.
 *
 * @returns `null` when the ticket is not of the day
 */
export function phoneView(state: State, ticketId: string): PhoneView | null {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return null;
  const { label, place, recalls, score } = ticket;
  const { serviceId, status, counterId } = place;
  const ahead = status === "waiting" ? aheadOf(state, ticket) : null;
  const estimate = ahead === null ? null : estimateOf(state, serviceId, ahead);
  return { ticketId, label, serviceId, status, counterId, recalls, score, ahead, estimate };
}

/** How many people are called before a waiting ticket (EST-2). */
export function aheadOf(state: State, ticket: Ticket): number {
  const { policy } = state.settings;
  const { stream } = policy.classes[ticket.place.class];
  const before = { priority: 0, normal: 0 };
  for (const classId of CLASSES) {
    const line = state.lines.get(lineKey(ticket.place.line, classId))?.tickets ?? [];
    const theirs = policy.classes[classId].stream;
    before[theirs] += theirs === stream ? countBefore(line, ticket) : line.length;
  }
  return peopleAhead(before, stream, policy.mode);
}

/** The wait behind `ahead` people of a service (EST-1), or `null` when no counter is open for it. */
export function estimateOf(state: State, serviceId: string, ahead: number): WaitEstimate | null {
  const open = [...state.counters.values()].filter((counter) => serves(state, counter, serviceId));
  const times = state.serviceTimes.get(serviceId) ?? [];
  const expected = state.index.services.get(serviceId)?.expectedServiceMs ?? 0;
  return estimateWait(ahead, open.length, times, expected);
}

function serves(state: State, { id, status }: Counter, serviceId: string): boolean {
  if (status !== "open") return false;
  return (state.index.counters.get(id)?.tiers ?? []).some((tier) => tier.includes(serviceId));
}
