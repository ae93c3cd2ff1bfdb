import type { CommandPayloads } from "../commands.ts";
import { about, accept, type Asked, type Decided, findTicket, refuse } from "./decision.ts";

/** RATE-1: a visit that ended is rated once, by the citizen who holds its number. */
export function rate(
  { state, actor }: Asked,
  { ticketId, score }: CommandPayloads["feedback:rate"],
): Decided {
  const ticket = findTicket(state, ticketId);
  if (!ticket.ok) return ticket;
  const { label, place, score: given } = ticket.value;
  if (actor.kind !== "citizen" || actor.id !== ticketId)
    return refuse("not_your_ticket", { label });
  if (place.status !== "done" || given !== null)
    return refuse("wrong_status", { label, status: given === null ? place.status : "rated" });
  return accept({ type: "ticket-rated", ...about(ticket.value), score });
}
