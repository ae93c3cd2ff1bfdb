import { invariant } from "@luot/kit";
import { indexSettings } from "../settings/indexSettings.ts";
import { resetCounters, type State } from "../state.ts";
import { NO_TOTALS } from "./totals.ts";

/** DAY-3: a day begins with nobody in it. Visit times stay, for the first estimates. */
export function openDay(state: State, day: string): void {
  invariant(!state.usedDays.has(day), `day ${day} opened twice`);
  state.usedDays.add(day);
  state.day = day;
  state.isOpen = true;
  state.tickets = new Map();
  state.labels = new Map();
  state.wishes = new Map();
  state.superseded = new Set();
  state.nextNumbers = new Map();
  state.issued = new Map();
  state.lines = new Map();
  state.counters = new Map();
  state.calls = [];
  state.totals = NO_TOTALS;
  resetCounters(state);
}

/** DAY-4: the day is over; its tickets and counters were ended by the facts before. */
export function closeDay(state: State): void {
  state.isOpen = false;
}

/**
 * SET-1: another version is in force from here on. No action of before can be undone any more,
 * because it might lead back to a service or counter that is gone (UNDO-4).
 */
export function publishSettings(state: State, version: number): void {
  const settings = state.library.get(version);
  invariant(settings !== undefined, `settings version ${version} is not known`);
  state.settings = settings;
  state.index = indexSettings(settings);
  resetCounters(state);
  for (const counter of state.counters.values()) counter.last = null;
}
