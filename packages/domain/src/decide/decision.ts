import { err, ok, type Result } from "@luot/kit";
import type { Actor, Command, Context, Refusal, RefusalCode } from "../commands.ts";
import type { Draft } from "../events.ts";
import type { Counter, State } from "../state.ts";
import type { Ticket } from "../ticket.ts";

/** Facts yet without their numbers, or the refusal. */
export type Decided = Result<readonly Draft[], Refusal>;

/** What every part of the engine is handed. */
export interface Asked {
  readonly state: State;
  readonly actor: Actor;
  readonly deviceId: string | null;
  readonly context: Context;
  readonly commandId: Command["id"];
}

/** Refuses with a code and, for the wording, its details. */
export function refuse(
  code: RefusalCode,
  details?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly error: Refusal } {
  return err(details === undefined ? { code } : { code, details });
}

/** Accepts with the facts that follow. */
export function accept(...drafts: readonly Draft[]): Decided {
  return ok(drafts);
}

/** The open counter that this officer sits at (DESK-2), or why it can't be used. */
export function ownCounter(
  { state, actor }: Asked,
  counterId: string,
  allowPaused = false,
): Result<Counter, Refusal> {
  const counter = state.counters.get(counterId);
  if (counter === undefined) return refuse("unknown_counter", { counterId });
  if (counter.status === "closed") return refuse("counter_closed", { counterId });
  if (actor.kind !== "officer" || counter.officerId !== actor.id)
    return refuse("not_your_counter", { counterId });
  if (counter.status === "paused" && !allowPaused) return refuse("counter_paused", { counterId });
  return ok(counter);
}

/** The ticket at an officer's counter, or why there is none to act on. */
export function currentTicket(
  asked: Asked,
  counterId: string,
): Result<{ readonly counter: Counter; readonly ticket: Ticket }, Refusal> {
  const counter = ownCounter(asked, counterId);
  if (!counter.ok) return counter;
  const { ticketId } = counter.value;
  const ticket = ticketId === null ? undefined : asked.state.tickets.get(ticketId);
  if (ticket === undefined) return refuse("no_current_ticket", { counterId });
  return ok({ counter: counter.value, ticket });
}

/** A ticket of the day by id. */
export function findTicket(state: State, ticketId: string): Result<Ticket, Refusal> {
  const ticket = state.tickets.get(ticketId);
  return ticket === undefined ? refuse("unknown_ticket", { ticketId }) : ok(ticket);
}

/** Refuses when a ticket's status is none of those the action needs (LIFE-1). */
export function wrongStatus(ticket: Ticket): { readonly ok: false; readonly error: Refusal } {
  return refuse("wrong_status", { label: ticket.label, status: ticket.place.status });
}

/** The parts that every event about a ticket starts with. */
export function about(ticket: Ticket): { readonly ticketId: string; readonly label: string } {
  return { ticketId: ticket.id, label: ticket.label };
}

/** The parts that every event which moves a ticket starts with. */
export function moving(ticket: Ticket): {
  readonly ticketId: string;
  readonly label: string;
  readonly issuedAt: number;
} {
  return { ticketId: ticket.id, label: ticket.label, issuedAt: ticket.issuedAt };
}
