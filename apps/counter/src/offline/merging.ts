import {
  type CounterLog,
  type ErrorCode,
  type LogEntry,
  PAPER_MODE_REASON,
  type PayloadOf,
} from "@luot/contract";

/** A command that tells the hub of an entry. */
export type Wish =
  | { readonly type: "ticket:call"; readonly payload: PayloadOf<"ticket:call"> }
  | { readonly type: "ticket:finish"; readonly payload: PayloadOf<"ticket:finish"> }
  | { readonly type: "ticket:no-show"; readonly payload: PayloadOf<"ticket:no-show"> };

/** What to do about the oldest entry. */
export type MergeStep =
  | { readonly kind: "done" }
  | { readonly kind: "send"; readonly entry: LogEntry; readonly wish: Wish }
  /** It can't be told any more: what it is about is not as it was. */
  | { readonly kind: "refuse"; readonly entry: LogEntry; readonly code: ErrorCode }
  /** A number the hub does not know yet; its kiosk may be about to tell. */
  | { readonly kind: "wait"; readonly entry: LogEntry };

/** What the hub knows while it is told. */
export interface HubSide {
  /** Ticket at this counter. */
  readonly here: string | null;
  /** The ticket of a label that may be called, or `null`. */
  readonly find: (label: string) => string | null;
  /** Whether an unknown number is given up. */
  readonly isLate: boolean;
}

/**
 * The next step of telling the hub what was done without it. Pure. An end names no ticket on the
 * wire, so it goes out only while the counter has the ticket it is about, or none: then it happened
 * already, and the hub gives the answer of that time.
 */
export function mergeStep(log: CounterLog, { here, find, isLate }: HubSide): MergeStep {
  const [entry] = log.entries;
  if (entry === undefined) return { kind: "done" };
  const { counterId } = log;
  if (entry.kind === "call") {
    const ticketId = entry.ticket.id ?? find(entry.ticket.label);
    if (ticketId === null)
      return isLate ? { kind: "refuse", entry, code: "unknown_ticket" } : { kind: "wait", entry };
    const payload = { counterId, ticketId, reason: PAPER_MODE_REASON };
    return { kind: "send", entry, wish: { type: "ticket:call", payload } };
  }
  if (here !== null && here !== entry.ticket.id)
    return { kind: "refuse", entry, code: "no_current_ticket" };
  if (entry.kind === "no-show")
    return { kind: "send", entry, wish: { type: "ticket:no-show", payload: { counterId } } };
  const { outcome, dossierRefs = [] } = entry;
  const payload = { counterId, outcome, dossierRefs };
  return { kind: "send", entry, wish: { type: "ticket:finish", payload } };
}

/** The log once the hub took its oldest entry, for a ticket whose id is known by now. Pure. */
export function taken(log: CounterLog, ticketId: string | null): CounterLog {
  const [entry, ...rest] = log.entries;
  if (entry === undefined) return log;
  if (entry.kind !== "call") return { ...log, current: null, entries: rest };
  const ticket = { ...entry.ticket, id: ticketId };
  return {
    ...log,
    current: { ...ticket, isServing: false },
    // A number that was read off a paper has an id from now on, or its end could not be told.
    entries: rest.map((one) =>
      one.ticket.id === null && one.ticket.label === ticket.label ? { ...one, ticket } : one,
    ),
    merged: log.merged + 1,
  };
}

/**
 * The log once the hub refused its oldest entry: noted for the officer. With a call the end of that
 * visit falls, for it would be another's. Pure.
 */
export function refused(log: CounterLog, code: ErrorCode): CounterLog {
  const [entry, ...rest] = log.entries;
  if (entry === undefined) return log;
  const { kind, ticket } = entry;
  const told = [...log.told, { label: ticket.label, kind, code }];
  if (kind !== "call") return { ...log, current: null, entries: rest, told };
  const [next] = rest;
  const isItsEnd = next !== undefined && next.kind !== "call";
  return { ...log, entries: isItsEnd ? rest.slice(1) : rest, told };
}
