import { assertNever } from "@luot/kit";
import type { Event, EventOf, MoveEvent } from "../events.ts";
import type { Counter, State } from "../state.ts";
import type { Ticket } from "../ticket.ts";

/** Actions of an officer that `counter:undo` can take back (UNDO-1). */
const UNDOABLE: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "ticket-finished",
  "ticket-missed",
  "ticket-parked",
  "ticket-transferred",
  "ticket-put-back",
]);

/** DESK rules: who sits where, and whether the desk is open. */
export function foldCounter(
  counter: Counter,
  event: EventOf<
    "counter-opened" | "counter-closed" | "counter-paused" | "counter-resumed" | "counter-undone"
  >,
): void {
  switch (event.type) {
    case "counter-opened":
      counter.status = "open";
      counter.officerId = event.officerId;
      counter.last = null;
      return;
    case "counter-closed":
      counter.status = "closed";
      counter.officerId = null;
      counter.pauseReason = null;
      counter.last = null;
      return;
    case "counter-paused":
      counter.status = "paused";
      counter.pauseReason = event.reason;
      return;
    case "counter-resumed":
      counter.status = "open";
      counter.pauseReason = null;
      return;
    case "counter-undone":
      counter.normals = counter.last?.normals ?? counter.normals;
      counter.last = null;
      return;
    default:
      assertNever(event);
  }
}

/**
 * Keeps the ticket as it was before an officer's move at the own counter, so that the officer can
 * take the action back (UNDO-1). An undo itself is not kept: it can't be undone.
 */
export function rememberMove(state: State, event: MoveEvent, ticket: Ticket): void {
  const counter = deskOfActor(state, event);
  if (counter === null || event.type === "ticket-restored") return;
  if (counter.last?.cause !== event.cause)
    counter.last = {
      cause: event.cause,
      at: event.at,
      seq: 0,
      undoable: false,
      normals: counter.normals,
      before: [],
    };
  const { last } = counter;
  last.seq = event.seq;
  if (UNDOABLE.has(event.type)) last.undoable = true;
  if (!last.before.some(({ id }) => id === ticket.id)) last.before.push({ ...ticket });
}

/** The ticket as it was before the action that is being taken back, or `null` for another's. */
export function beforeUndo(state: State, event: EventOf<"ticket-restored">): Ticket | null {
  const last = deskOfActor(state, event)?.last;
  return last?.before.find(({ id }) => id === event.ticketId) ?? null;
}

/** Of the two counters a move concerns, the one at which its actor sits. */
function deskOfActor(state: State, { from, to, actor }: MoveEvent): Counter | null {
  for (const id of [to.counterId, from.counterId]) {
    const counter = id === null ? undefined : state.counters.get(id);
    if (counter !== undefined && actor === `officer:${counter.officerId}`) return counter;
  }
  return null;
}
