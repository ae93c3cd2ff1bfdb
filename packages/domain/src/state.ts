import { NO_TOTALS, type Totals } from "./fold/totals.ts";
import type { CentreSettings } from "./settings/CentreSettings.ts";
import { indexSettings, type SettingsIndex } from "./settings/indexSettings.ts";
import { emptyLine, enterLine, type Line, lineKey } from "./Line.ts";
import type { LineId, Ticket } from "./ticket.ts";
import type { ClassId } from "./settings/CentreSettings.ts";

/** The tickets an officer's last command touched, as they were before it. */
interface LastAction {
  readonly cause: string;
  readonly at: number;
  /** `seq` of the command's last event. */
  seq: number;
  undoable: boolean;
  /** `normals` of the counter before it. */
  readonly normals: number;
  readonly before: Ticket[];
}

/** A desk on the day. */
export interface Counter {
  readonly id: string;
  status: "closed" | "open" | "paused";
  officerId: string | null;
  pauseReason: string | null;
  /** The ticket that is called to it or served at it. */
  ticketId: string | null;
  /** Normal calls since the last priority call, counted while a priority ticket waited. */
  normals: number;
  last: LastAction | null;
}

/** An entry of the list of latest calls. */
export interface RecentCall {
  readonly seq: number;
  readonly ticketId: string;
  readonly label: string;
  readonly counterId: string;
  readonly serviceId: string;
  readonly language: "vi" | "en";
  readonly at: number;
  /** 0 for the call, 1 and more for recalls. */
  readonly count: number;
}

/** How long a visit took, for estimates. */
export interface ServiceTime {
  readonly ticketId: string;
  readonly ms: number;
}

/** One service day of one centre, folded from its journal. Only `evolve` may change it. */
export interface State {
  readonly centre: string;
  /** `seq` of the last event folded. */
  seq: number;
  /** The service day that is open or was closed last, or `null` before the first. */
  day: string | null;
  isOpen: boolean;
  /** Every day that was ever opened: none is opened twice, so no label comes twice. */
  readonly usedDays: Set<string>;
  settings: CentreSettings;
  index: SettingsIndex;
  /** Versions the state was told of; `settings-published` chooses among them. */
  readonly library: Map<number, CentreSettings>;
  tickets: Map<string, Ticket>;
  /** Ticket ids by label. */
  labels: Map<string, string>;
  /** Ticket ids by the wish they were issued for. */
  wishes: Map<string, string>;
  /** Wishes of today whose numbers must not be given any more (OFF-3). */
  superseded: Set<string>;
  /** The number each series gives next. */
  nextNumbers: Map<string, number>;
  /** Tickets issued, by service and session. */
  issued: Map<string, number>;
  lines: Map<string, Line>;
  counters: Map<string, Counter>;
  /** Latest first. */
  calls: readonly RecentCall[];
  /** Latest visits of each service, oldest first. */
  serviceTimes: Map<string, readonly ServiceTime[]>;
  totals: Totals;
}

/** The state before the first event: no day is open yet. */
export function initialState(settings: CentreSettings): State {
  const state: State = {
    centre: settings.centre.id,
    seq: 0,
    day: null,
    isOpen: false,
    usedDays: new Set(),
    settings,
    index: indexSettings(settings),
    library: new Map([[settings.version, settings]]),
    tickets: new Map(),
    labels: new Map(),
    wishes: new Map(),
    superseded: new Set(),
    nextNumbers: new Map(),
    issued: new Map(),
    lines: new Map(),
    counters: new Map(),
    calls: [],
    serviceTimes: new Map(),
    totals: NO_TOTALS,
  };
  resetCounters(state);
  return state;
}

/** Tells the state of a version of the settings, so that it can be published. */
export function learnSettings(state: State, settings: CentreSettings): void {
  state.library.set(settings.version, settings);
}

/** Gives each counter of the settings a state, and keeps those it has. */
export function resetCounters(state: State): void {
  const kept = state.counters;
  state.counters = new Map(
    state.settings.counters.map(({ id }) => [id, kept.get(id) ?? closedCounter(id)]),
  );
}

/** A counter nobody sits at. */
function closedCounter(id: string): Counter {
  return {
    id,
    status: "closed",
    officerId: null,
    pauseReason: null,
    ticketId: null,
    normals: 0,
    last: null,
  };
}

/** The line of this id and class, made when it is first asked for. */
export function lineOf(state: State, line: LineId, classId: ClassId): Line {
  const key = lineKey(line, classId);
  const known = state.lines.get(key);
  if (known !== undefined) return known;
  const made = emptyLine();
  state.lines.set(key, made);
  return made;
}

/** Stands a waiting ticket in the line of its place. */
export function standInLine(state: State, ticket: Ticket): void {
  enterLine(lineOf(state, ticket.place.line, ticket.place.class), ticket);
}
