import type { CentreSettings } from "./settings/CentreSettings.ts";
import {
  type Counter,
  initialState,
  resetCounters,
  type ServiceTime,
  type State,
  standInLine,
} from "./state.ts";
import type { Ticket } from "./ticket.ts";

/** A state as plain data, so that a start need not fold history. Lines follow from the tickets. */
export interface StateSnapshot {
  readonly centre: string;
  readonly seq: number;
  readonly day: string | null;
  readonly isOpen: boolean;
  readonly usedDays: readonly string[];
  readonly settingsVersion: number;
  readonly tickets: readonly Ticket[];
  readonly superseded: readonly string[];
  readonly nextNumbers: readonly (readonly [string, number])[];
  readonly issued: readonly (readonly [string, number])[];
  readonly counters: readonly Counter[];
  readonly calls: State["calls"];
  readonly serviceTimes: readonly (readonly [string, readonly ServiceTime[]])[];
  readonly totals: State["totals"];
}

/** Copies a state out as plain data; the state may go on changing. */
export function toSnapshot(state: State): StateSnapshot {
  return {
    centre: state.centre,
    seq: state.seq,
    day: state.day,
    isOpen: state.isOpen,
    usedDays: [...state.usedDays],
    settingsVersion: state.settings.version,
    tickets: Array.from(state.tickets.values(), copyOfTicket),
    superseded: [...state.superseded],
    nextNumbers: [...state.nextNumbers],
    issued: [...state.issued],
    counters: Array.from(state.counters.values(), copyOfCounter),
    calls: state.calls,
    serviceTimes: [...state.serviceTimes],
    totals: state.totals,
  };
}

/**
 * The state a snapshot was taken of; a copy of its own.
 *
 * @param library every version of the settings that the journal after the snapshot may publish
 * @throws RangeError when the settings version in force is not in the library
 */
export function fromSnapshot(snapshot: StateSnapshot, library: readonly CentreSettings[]): State {
  const settings = library.find(({ version }) => version === snapshot.settingsVersion);
  if (settings === undefined)
    throw new RangeError(`settings version ${snapshot.settingsVersion} is missing`);
  const state = initialState(settings);
  for (const known of library) state.library.set(known.version, known);
  state.seq = snapshot.seq;
  state.day = snapshot.day;
  state.isOpen = snapshot.isOpen;
  for (const day of snapshot.usedDays) state.usedDays.add(day);
  state.superseded = new Set(snapshot.superseded);
  state.nextNumbers = new Map(snapshot.nextNumbers);
  state.issued = new Map(snapshot.issued);
  state.counters = new Map(
    snapshot.counters.map((counter) => [counter.id, copyOfCounter(counter)]),
  );
  state.calls = snapshot.calls;
  state.serviceTimes = new Map(snapshot.serviceTimes);
  state.totals = snapshot.totals;
  for (const ticket of snapshot.tickets.map(copyOfTicket)) {
    state.tickets.set(ticket.id, ticket);
    state.labels.set(ticket.label, ticket.id);
    if (ticket.wishId !== null) state.wishes.set(ticket.wishId, ticket.id);
    if (ticket.place.status === "waiting") standInLine(state, ticket);
  }
  resetCounters(state);
  return state;
}

/** What is changed in place is copied; all the rest is immutable and may be shared. */
function copyOfTicket(ticket: Ticket): Ticket {
  return { ...ticket };
}

function copyOfCounter(counter: Counter): Counter {
  const { last } = counter;
  return { ...counter, last: last && { ...last, before: last.before.map(copyOfTicket) } };
}
