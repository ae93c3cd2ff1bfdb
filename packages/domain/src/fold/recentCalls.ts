import type { EventOf } from "../events.ts";
import type { RecentCall } from "../state.ts";

/** How many calls walls may look back on. */
export const RECENT_CALLS = 20;

/** Puts a call or recall in front; a ticket stands in the list once. */
export function withCall(
  calls: readonly RecentCall[],
  event: Pick<
    EventOf<"ticket-called" | "ticket-recalled">,
    "seq" | "ticketId" | "label" | "language" | "at"
  >,
  at: { readonly counterId: string; readonly serviceId: string; readonly count: number },
): readonly RecentCall[] {
  const entry: RecentCall = {
    seq: event.seq,
    ticketId: event.ticketId,
    label: event.label,
    language: event.language,
    at: event.at,
    ...at,
  };
  return [entry, ...withoutCall(calls, event.ticketId)].slice(0, RECENT_CALLS);
}

/** Takes back the call of a ticket that returned to its line. */
export function withoutCall(calls: readonly RecentCall[], ticketId: string): readonly RecentCall[] {
  return calls.filter((call) => call.ticketId !== ticketId);
}
