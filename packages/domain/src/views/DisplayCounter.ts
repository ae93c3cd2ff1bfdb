import type { State } from "../state.ts";

/** A desk as the hall sees it. */
export interface DisplayCounter {
  readonly status: "open" | "paused";
  readonly ticketId: string | null;
  readonly label: string | null;
  readonly isServing: boolean;
}

/** A counter as the hall sees it, or `null` when it is closed. */
export function displayCounter(state: State, counterId: string): DisplayCounter | null {
  const counter = state.counters.get(counterId);
  if (counter === undefined || counter.status === "closed") return null;
  const { status, ticketId } = counter;
  const ticket = ticketId === null ? undefined : state.tickets.get(ticketId);
  const isServing = ticket?.place.status === "serving";
  return { status, ticketId, label: ticket?.label ?? null, isServing };
}
