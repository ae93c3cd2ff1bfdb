import type { CommandPayloads } from "../commands.ts";
import type { Draft } from "../events.ts";
import { HELD } from "../policy/pickNext.ts";
import type { State } from "../state.ts";
import type { Ticket } from "../ticket.ts";
import { about, type Asked, type Decided, refuse } from "./decision.ts";

/**
 * HOLD-1: a kiosk is cut off, and may give the person in front of it another number. Tickets of it
 * that could not be called yet are held, so that a number which an offline one supersedes is never
 * called.
 */
export function partKiosk(
  { state }: Asked,
  { deviceId, since }: CommandPayloads["kiosk:part"],
): Decided {
  const tickets = ticketsToHold(state, deviceId, since);
  if (tickets.length === 0) return refuse("nothing_held", { deviceId });
  return allOf(tickets, (ticket) => ({
    type: "ticket-held",
    ...about(ticket),
    callableAt: HELD,
  }));
}

/** HOLD-2: the kiosk is back and has told what it did meanwhile: what is left may be called. */
export function rejoinKiosk(
  { state }: Asked,
  { deviceId }: CommandPayloads["kiosk:rejoin"],
): Decided {
  const tickets = heldTickets(state, deviceId);
  if (tickets.length === 0) return refuse("nothing_held", { deviceId });
  return allOf(tickets, (ticket) => ({
    type: "ticket-released",
    ...about(ticket),
    // Its issue, not now: a clock that goes back must not hold it again.
    callableAt: ticket.issuedAt,
  }));
}

/**
 * The tickets of a kiosk that {@link partKiosk} would hold: nobody knows whether the citizen has the
 * number, and it could not be called yet at `since`, epoch ms.
 */
export function ticketsToHold(state: State, deviceId: string, since: number): readonly Ticket[] {
  return waitingOf(state, deviceId).filter(
    ({ print, readySeq, callableAt }) =>
      print !== "none" && readySeq === null && callableAt > since && callableAt !== HELD,
  );
}

/** The tickets of a kiosk that are held. */
export function heldTickets(state: State, deviceId: string): readonly Ticket[] {
  return waitingOf(state, deviceId).filter(({ callableAt }) => callableAt === HELD);
}

function waitingOf(state: State, kiosk: string): readonly Ticket[] {
  return [...state.tickets.values()].filter(
    ({ deviceId, place }) => deviceId === kiosk && place.status === "waiting",
  );
}

function allOf(tickets: readonly Ticket[], draftOf: (ticket: Ticket) => Draft): Decided {
  return { ok: true, value: tickets.map(draftOf) };
}
