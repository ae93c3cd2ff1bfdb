import {
  type CounterLog,
  type LogEntry,
  type LoggedTicket,
  MAX_LOG_ENTRIES,
  type PaperStock,
  type PayloadOf,
} from "@luot/contract";
import { PAPER_MODE_MS } from "./offlineTimes.ts";

/** Who is at a counter as far as it knows itself. */
export type AtCounter = CounterLog["current"];

/** An empty log of an officer who has somebody at the counter, or nobody. */
export function freshLog(
  counterId: string,
  officer: CounterLog["officer"],
  current: AtCounter,
): CounterLog {
  const { officerId, name } = officer;
  return {
    version: 1,
    counterId,
    officer: { officerId, name },
    current,
    entries: [],
    paper: null,
    told: [],
    merged: 0,
  };
}

/** Who is at the counter after all that was done there. Pure. */
export function atCounter({ current, entries }: CounterLog): AtCounter {
  return entries.reduce<AtCounter>(
    (_here, entry) => (entry.kind === "call" ? { ...entry.ticket, isServing: false } : null),
    current,
  );
}

/** What a log still has to say or to show; without any of it there is no need for one. */
export function isSpent({ entries, paper, told, merged }: CounterLog): boolean {
  return entries.length === 0 && paper === null && told.length === 0 && merged === 0;
}

/** An entry's own part: the id of its command, and when it was done, hub's clock. */
export interface EntryHead {
  readonly id: string;
  readonly at: number;
}

/** How a visit ended, and the dossiers it was about. */
export type VisitEnd = Pick<PayloadOf<"ticket:finish">, "outcome" | "dossierRefs">;

/** Ends the visit. @returns `null` when nobody is there, or the log is full */
export function withFinish(
  log: CounterLog,
  head: EntryHead,
  { outcome, dossierRefs }: VisitEnd,
): CounterLog | null {
  const here = atCounter(log);
  if (here === null) return null;
  return withEntry(log, { kind: "finish", ...head, ticket: ticketOf(here), outcome, dossierRefs });
}

/** Notes that somebody did not come. @returns `null` when nobody was called, or the log is full */
export function withNoShow(log: CounterLog, head: EntryHead): CounterLog | null {
  const here = atCounter(log);
  if (here === null || here.isServing) return null;
  return withEntry(log, { kind: "no-show", ...head, ticket: ticketOf(here) });
}

/** Begins paper mode with what the counter knew last. */
export function withPaper(
  log: CounterLog,
  stock: PaperStock,
  by: { readonly name: string; readonly at: number },
): CounterLog {
  const paper = { startedAt: by.at, startedBy: by.name, stock, added: [] };
  return { ...log, paper: { ...paper, stock: unlike(stock, log) } };
}

/** Goes on in paper mode with what the hub said meanwhile: it was back, and is gone again. */
export function withFreshStock(log: CounterLog, stock: PaperStock): CounterLog {
  if (log.paper === null) return log;
  return { ...log, paper: { ...log.paper, stock: unlike(stock, log) } };
}

/** A list without whom this counter has called already, or ended. */
function unlike(stock: PaperStock, { current, entries }: CounterLog): PaperStock {
  const done = new Set(entries.map(({ ticket }) => ticket.label));
  if (current !== null) done.add(current.label);
  return { ...stock, list: stock.list.filter(({ label }) => !done.has(label)) };
}

/** Whether paper mode lasts still; after that what is here is ended, and nobody called. */
export function mayCallOnPaper({ paper }: CounterLog, now: number): boolean {
  return paper !== null && now - paper.startedAt < PAPER_MODE_MS;
}

/** Who comes next in paper mode: the list first, then who was added by hand. */
export function nextOnPaper({ paper }: CounterLog): LoggedTicket | null {
  return paper?.stock.list[0] ?? paper?.added[0] ?? null;
}

/**
 * Calls the next of the own list, or the one with a label.
 *
 * @returns `null` when somebody is there, nobody is to be called, or the log is full
 */
export function withCall(
  log: CounterLog,
  head: EntryHead,
  label: string | null,
): CounterLog | null {
  const { paper } = log;
  if (paper === null || !mayCallOnPaper(log, head.at) || atCounter(log) !== null) return null;
  const ticket =
    label === null
      ? nextOnPaper(log)
      : ([...paper.stock.list, ...paper.added].find((one) => one.label === label) ?? null);
  if (ticket === null) return null;
  const called = withEntry(log, { kind: "call", ...head, ticket });
  if (called === null) return null;
  const isOther = (one: LoggedTicket): boolean => one.label !== ticket.label;
  const stock = { ...paper.stock, list: paper.stock.list.filter(isOther) };
  return { ...called, paper: { ...paper, stock, added: paper.added.filter(isOther) } };
}

/** Why a number was not added: no number, on the list or called before, or another counter's. */
export type NotAdded =
  | { readonly why: "no_label" | "here_already" | "full" }
  | { readonly why: "elsewhere"; readonly number: number };

const LABEL = /^[A-Z]{1,2}[A-Z0-9]{0,6}-?[0-9]{1,4}$/;
const MAX_ADDED = 200;

/** Adds a number read off a paper, as numbers are that a kiosk gave without the hub (`BK2-07`). */
export function withAdded(log: CounterLog, typed: string): CounterLog | NotAdded {
  const label = typed.trim().toUpperCase();
  const { paper, entries, current } = log;
  if (!LABEL.test(label)) return { why: "no_label" };
  if (paper === null || paper.added.length >= MAX_ADDED) return { why: "full" };
  const known = [...paper.stock.list, ...paper.added, ...entries.map(({ ticket }) => ticket)];
  if (current?.label === label || known.some((one) => one.label === label))
    return { why: "here_already" };
  const number = paper.stock.elsewhere[label];
  if (number !== undefined) return { why: "elsewhere", number };
  const ticket = { id: null, label, service: null };
  return { ...log, paper: { ...paper, added: [...paper.added, ticket] } };
}

function withEntry(log: CounterLog, entry: LogEntry): CounterLog | null {
  if (log.entries.length >= MAX_LOG_ENTRIES) return null;
  return { ...log, entries: [...log.entries, entry] };
}

function ticketOf({ id, label, service }: LoggedTicket): LoggedTicket {
  return { id, label, service };
}
