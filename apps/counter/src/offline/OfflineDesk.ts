import { type CounterLog, MAX_LOG_ENTRIES } from "@luot/contract";
import { type HubClient, isInStep } from "@luot/hub-client";
import {
  type AtCounter,
  atCounter,
  freshLog,
  isSpent,
  type NotAdded,
  withAdded,
  withCall,
  withFinish,
  withFreshStock,
  withNoShow,
  withPaper,
  type VisitEnd,
} from "./counterLog.ts";
import { currentAt, paperStock } from "./paperStock.ts";
import type { OfflineStore } from "./OfflineStore.ts";
import { type Attendance, hasWork, type OfflineState, sorted } from "./OfflineState.ts";
import { tellHub } from "./tellHub.ts";

/** What the keeper needs. */
export interface OfflineDeskOptions {
  readonly hub: HubClient<"counter">;
  readonly counterId: string;
  readonly store: OfflineStore;
  /** A number read off a paper that the hub does not know is given up after this long with it. */
  readonly unknownAfterMs: number;
}

const TICK_MS = 250;
/** How often what paper mode would need is put by: a power cut may take hub and counter at once. */
const STOCK_EVERY_MS = 10_000;

/**
 * Keeps what is done at a counter without its hub, over restarts, and tells the hub when it is
 * back: each once, in order, before anything else.
 */
export class OfflineDesk {
  readonly #hub: HubClient<"counter">;
  readonly #counterId: string;
  readonly #store: OfflineStore;
  readonly #unknownAfterMs: number;
  readonly #listeners = new Set<() => void>();
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #unsubscribe: () => void;
  #state: OfflineState;
  #officer: Attendance["officer"] = null;
  #settings: Attendance["settings"] = null;
  #learn: Attendance["learn"] = () => {};
  #stockAt = 0;
  #isClosed = false;

  constructor({ hub, counterId, store, unknownAfterMs }: OfflineDeskOptions) {
    this.#hub = hub;
    this.#counterId = counterId;
    this.#store = store;
    this.#unknownAfterMs = unknownAfterMs;
    const goneSince = isInStep(hub.getState()) ? null : Date.now();
    store.leads();
    const stock = store.stock();
    const logs = sorted(store.logs(), stock?.officer.officerId ?? null);
    this.#state = { ...logs, stock, goneSince, isMerging: false, isFull: false };
    this.#unsubscribe = hub.subscribe(() => this.#look());
    this.#timer = setInterval(() => this.#look(), TICK_MS);
  }

  getState = (): OfflineState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says who works here, as far as the screen knows, and by which settings. */
  attend({ officer, settings, learn }: Attendance): void {
    this.#learn = learn;
    if (officer === this.#officer && settings === this.#settings) return;
    this.#officer = officer;
    this.#settings = settings;
    if (officer?.leads !== undefined) this.#store.writeLeads(officer.leads);
    // Signed out by the hub's own word: what was for the officer at hand goes.
    if (officer === null && isInStep(this.#hub.getState())) this.leave();
    this.#set(this.#sorted());
    // A lock must outlive a power cut that takes hub and counter in the next second.
    this.#stockAt = 0;
    this.#look();
  }

  /** The machine goes to another counter: nothing of this one's hall stays on it. */
  leave(): void {
    this.#store.writeLeads(null);
    this.#store.writeStock(null);
    if (this.#state.stock !== null) this.#set({ stock: null });
  }

  /** Who is at the counter, by its own log or else by the hub's last word. */
  here(): AtCounter {
    const log = this.#ownLog();
    return log === null ? null : atCounter(log);
  }

  /**
   * Ends the visit without the hub.
   *
   * @param id of a command that was sent and not answered, or a fresh one
   * @returns whether it was noted
   */
  finish(end: VisitEnd, id: string): boolean {
    return this.#note((log, at) => withFinish(log, { id, at }, end));
  }

  /** Notes without the hub that somebody did not come. @returns whether it was noted */
  noShow(id: string): boolean {
    return this.#note((log, at) => withNoShow(log, { id, at }));
  }

  /** Turns paper mode on, which a supervisor has let. @returns whether it is */
  startPaper(by: string): boolean {
    const { stock } = this.#state;
    if (stock === null) return false;
    return this.#note((log, at) => withPaper(log, stock, { name: by, at }));
  }

  /** Calls the next of the list, or the one with a label. @returns whether somebody was */
  call(label: string | null): boolean {
    const id = this.#hub.newId();
    return this.#note((log, at) => withCall(log, { id, at }, label));
  }

  /** Adds a number read off a paper. @returns why not, or `null` */
  add(typed: string): NotAdded | null {
    const { log } = this.#state;
    if (log === null) return { why: "full" };
    const added = withAdded(log, typed);
    if ("why" in added) return added;
    return this.#keep(added) ? null : { why: "full" };
  }

  /** Turns paper mode off before the hub is back, with nobody here. @returns whether it is off */
  endPaper(): boolean {
    const { log } = this.#state;
    return log !== null && atCounter(log) === null && this.#keep({ ...log, paper: null });
  }

  /** The officer has read what the hub did not take. */
  dismiss(): void {
    const { log } = this.#state;
    if (log !== null) this.#keep({ ...log, told: [], merged: 0 });
  }

  /** A supervisor lets go what another officer will not tell any more. @returns whether it went */
  drop(officerId: string): boolean {
    const logs = this.#store.logs().filter(({ officer }) => officer.officerId !== officerId);
    const isGone = this.#store.writeLogs(logs);
    this.#set(this.#sorted());
    return isGone;
  }

  /** Another page of this counter has written: what it wrote counts. */
  reread(): void {
    this.#set({ stock: this.#store.stock() });
    this.#set(this.#sorted());
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#unsubscribe();
  }

  #note(change: (log: CounterLog, at: number) => CounterLog | null): boolean {
    const log = this.#ownLog();
    const at = Math.round(Date.now() + this.#hub.getState().clockOffsetMs);
    const next = log === null ? null : change(log, at);
    if (next !== null) return this.#keep(next);
    if (log !== null && log.entries.length >= MAX_LOG_ENTRIES) this.#set({ isFull: true });
    return false;
  }

  /** The logs as they are stored, by whose they are. */
  #sorted(): Pick<OfflineState, "log" | "others"> {
    const whose = this.#officer ?? this.#state.stock?.officer ?? null;
    return sorted(this.#store.logs(), whose?.officerId ?? null);
  }

  /** The log to write into; `null` when nobody works here. */
  #ownLog(): CounterLog | null {
    const { log } = this.#state;
    if (log !== null && hasWork(log)) return log;
    const fresh = this.#begin();
    return fresh === null || log === null
      ? fresh
      : { ...fresh, told: log.told, merged: log.merged };
  }

  /** A log begins with who is at the counter by the hub's last word, also over a restart. */
  #begin(): CounterLog | null {
    const { stock } = this.#state;
    const { view } = this.#hub.getState();
    if (this.#officer === null || this.#settings === null || view === null)
      return stock === null ? null : freshLog(this.#counterId, stock.officer, stock.current);
    const current = currentAt(view, this.#settings, this.#counterId);
    return freshLog(this.#counterId, this.#officer, current);
  }

  /** On disk before on screen: what is shown as noted must survive a restart. */
  #keep(log: CounterLog): boolean {
    const { officerId } = log.officer;
    const others = this.#store.logs().filter(({ officer }) => officer.officerId !== officerId);
    const isKept = this.#store.writeLogs(isSpent(log) ? others : [...others, log]);
    this.#set({ ...this.#sorted(), isFull: !isKept });
    return isKept;
  }

  #look(): void {
    if (this.#isClosed) return;
    const { goneSince, log } = this.#state;
    const isHere = isInStep(this.#hub.getState());
    if (isHere !== (goneSince === null)) this.#set({ goneSince: isHere ? null : Date.now() });
    const isDue = Date.now() - this.#stockAt > STOCK_EVERY_MS;
    if (isHere ? isDue : goneSince === null) this.#putBy();
    else if (isDue) this.#forgetOld();
    if (isHere && log !== null && this.#isOwn(log)) void this.#merge();
  }

  /** Whether the officer of a log is here to tell it: nobody else's word counts at the hub. */
  #isOwn(log: CounterLog): boolean {
    const { officer } = log;
    return (
      hasWork(log) && this.#officer?.officerId === officer.officerId && !this.#officer.isLocked
    );
  }

  /** Looked at is deleted, where it is too old. */
  #forgetOld(): void {
    this.#stockAt = Date.now();
    this.#store.leads();
    if (this.#store.stock() === null && this.#state.stock !== null) this.#set({ stock: null });
  }

  #putBy(): void {
    const { view, identity, lastHeardAt, clockOffsetMs } = this.#hub.getState();
    this.#stockAt = Date.now();
    const isSignedOut = this.#officer === null && (identity?.officer ?? null) === null;
    if (isSignedOut && isInStep(this.#hub.getState())) this.leave();
    if (view === null || this.#settings === null || this.#officer === null) return;
    if (this.#officer.leads !== undefined) this.#store.writeLeads(this.#officer.leads);
    const isOpenHere = view.counters[this.#counterId]?.officerId === this.#officer.officerId;
    const asOf = (lastHeardAt ?? Date.now()) + clockOffsetMs;
    const who = { counterId: this.#counterId, officer: this.#officer };
    const stock = isOpenHere ? paperStock(view, this.#settings, who, asOf) : null;
    this.#store.writeStock(stock);
    const { log } = this.#state;
    if (log !== null && log.paper !== null && stock !== null)
      this.#keep(withFreshStock(log, stock));
    this.#set({ stock });
  }

  async #merge(): Promise<void> {
    if (this.#state.isMerging) return;
    this.#set({ isMerging: true });
    try {
      await this.#tell();
    } catch (cause) {
      // A bug: the page says it as any other, and what is left is told by another attempt.
      reportError(cause);
    } finally {
      this.#set({ isMerging: false });
    }
  }

  #tell(): Promise<void> {
    return tellHub({
      hub: this.#hub,
      counterId: this.#counterId,
      unknownAfterMs: this.#unknownAfterMs,
      log: () => (this.#canTell() ? this.#state.log : null),
      settle: (id, change) => {
        const { log } = this.#state;
        return log === null || log.entries[0]?.id !== id || this.#keep(change(log));
      },
      end: () => {
        const { log } = this.#state;
        if (log !== null) this.#keep({ ...log, paper: null });
      },
      onSession: (code) => this.#learn(code),
    });
  }

  #canTell(): boolean {
    const { log } = this.#state;
    return !this.#isClosed && log !== null && this.#isOwn(log) && isInStep(this.#hub.getState());
  }

  #set(change: Partial<OfflineState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
