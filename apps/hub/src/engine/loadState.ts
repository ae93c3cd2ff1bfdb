import { evolve, fromSnapshot, initialState, learnSettings, type State } from "@luot/domain";
import type { Store } from "@luot/store";

const PAGE = 5_000;

/**
 * Builds the state from the newest snapshot and the facts after it. Older history is never read,
 * so a start takes as long as the current day, not as the years.
 *
 * @throws when the store has no settings: the caller puts some there first
 */
export function loadState({ journal, settings }: Pick<Store, "journal" | "settings">): State {
  const library = settings.all().map((stored) => stored.settings);
  const [first] = library;
  if (first === undefined) throw new Error("the store has no settings");
  const snapshot = journal.latestSnapshot();
  const state = snapshot === null ? initialState(first) : fromSnapshot(snapshot, library);
  for (const version of library) learnSettings(state, version);
  for (;;) {
    const events = journal.eventsAfter(state.seq, PAGE);
    for (const event of events) evolve(state, event);
    if (events.length < PAGE) return state;
  }
}
