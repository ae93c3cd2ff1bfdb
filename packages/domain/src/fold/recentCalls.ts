import type { EventOf } from "../events.ts";
import type { RecentCall } from "../state.ts";

/** How many calls walls may look back on. */
const RECENT_CALLS = 20;

/** Puts a call or recall in front; a ticket stands in the list once. */
export function withCall(
  calls: readonly RecentCall[],
  event: Pick<
    EventOf<"ticket-called" | "ticket-recalled">,
    "seq" | "ticketId" | "label" | "language" | "at"
  >,
  at: { readonly counterId: string; readonly serviceId: string; readonly count: number },
): readonly RecentCall[] {
  // Field by field: whoever acted and why must not slip into what the hall is shown (I11).
  const { seq, ticketId, label, language } = event;
  const { counterId, serviceId, count } = at;
  const entry: RecentCall = {
    seq,
    ticketId,
    label,
    counterId,
    serviceId,
    language,
    at: event.at,
    count,
  };
  return [entry, ...withoutCall(calls, event.ticketId)].slice(0, RECENT_CALLS);
}

/**
 * The list after an undo: a call that was undone leaves it; a call whose undoing was undone comes
 * back to where its number says, so that nobody takes it for a new one.
 */
export function withRestored(
  calls: readonly RecentCall[],
  event: Pick<EventOf<"ticket-restored">, "ticketId" | "label" | "from" | "to" | "times" | "kept">,
): readonly RecentCall[] {
  const { ticketId, label, from, to, times, kept } = event;
  if (from.status === "called" && to.status === "waiting") return withoutCall(calls, ticketId);
  const { calledSeq: seq, calledAt: at, recalls: count } = times;
  if (to.status !== "called" || to.counterId === null || seq === null || at === null) return calls;
  if (calls.some((call) => call.ticketId === ticketId)) return calls;
  const { counterId, serviceId } = to;
  const { language } = kept;
  const entry: RecentCall = { seq, ticketId, label, counterId, serviceId, language, at, count };
  return [...calls, entry].toSorted((a, b) => b.seq - a.seq).slice(0, RECENT_CALLS);
}

/** Takes back the call of a ticket that returned to its line. */
export function withoutCall(calls: readonly RecentCall[], ticketId: string): readonly RecentCall[] {
  return calls.filter((call) => call.ticketId !== ticketId);
}
