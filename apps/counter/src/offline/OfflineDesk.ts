import type {
  CounterLog,
  ErrorCode,
  Identity,
  LogEntry,
  PaperStock,
  PayloadOf,
} from "@luot/contract";
import type { Answer, CentreSettings, HubClient } from "@luot/hub-client";
import { isInStep } from "./isInStep.ts";
import {
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
} from "./counterLog.ts";
import { type HubSide, mergeStep, type MergeStep, refused, taken } from "./merging.ts";
import { currentAt, paperStock } from "./paperStock.ts";
import type { OfflineStore } from "./OfflineStore.ts";

type OfficerAt = NonNullable<Identity["officer"]>;

/** How the counter stands without its hub, or with it again. Immutable. */
export interface OfflineState {
  /** Nothing kept that the hub does not know: `null`. */
  readonly log: CounterLog | null;
  /** What paper mode would begin with; `null` when no counter was open here. */
  readonly stock: PaperStock | null;
  /** Since when the hub is gone, own clock; `null` while it is there. */
  readonly goneSince: number | null;
  /** The hub is being told. */
  readonly isMerging: boolean;
}

/** Who works at the counter, as far as its screen knows. */
export interface Attendance {
  readonly officer: OfficerAt | null;
  /** The settings in force. */
  readonly settings: CentreSettings | null;
  /** Told when the hub does not know of the session. */
  readonly learn: (code: "not_signed_in" | "session_locked") => void;
}

/** What the keeper needs. */
export interface OfflineDeskOptions {
  readonly hub: HubClient<"counter">;
  readonly counterId: string;
  readonly store: OfflineStore;
  /** A number read off a paper that the hub does not know is given up after this long with it. */
  readonly unknownAfterMs: number;
}

const PAUSE_MS = 1_000;
const TICK_MS = 250;
/** How often what paper mode would need is put by: a power cut may take hub and counter at once. */
const STOCK_EVERY_MS = 10_000;

/** Answers that say nothing of the wish itself: it is sent again. */
const AGAIN: ReadonlySet<string> = new Set<ErrorCode | "disconnected">([
  "disconnected",
  "rate_limited",
  "unavailable",
  "internal",
  "hello_first",
]);
/** A wish that the hub fails at again and again is not to stop those behind it. */
const MAX_TRIES = 10;

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
  #officer: OfficerAt | null = null;
  #settings: CentreSettings | null = null;
  #learn: Attendance["learn"] = () => {};
  #tries = 0;
  #stockAt = 0;
  #isClosed = false;

  constructor({ hub, counterId, store, unknownAfterMs }: OfflineDeskOptions) {
    this.#hub = hub;
    this.#counterId = counterId;
    this.#store = store;
    this.#unknownAfterMs = unknownAfterMs;
    const goneSince = isInStep(hub.getState()) ? null : Date.now();
    this.#state = { log: store.log(), stock: store.stock(), goneSince, isMerging: false };
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
    this.#keepLeads();
    this.#look();
  }

  /** Signed out by the hub's own word: what was for the officer at hand goes. */
  #keepLeads(): void {
    if (this.#officer?.leads !== undefined) this.#store.writeLeads(this.#officer.leads);
    if (this.#officer !== null || !isInStep(this.#hub.getState())) return;
    this.#store.writeLeads(null);
    if (this.#state.stock === null) return;
    this.#store.writeStock(null);
    this.#set({ stock: null });
  }

  /**
   * Ends the visit without the hub.
   *
   * @param id of a command that was sent and not answered, or a fresh one
   * @returns whether it was noted
   */
  finish(outcome: PayloadOf<"ticket:finish">["outcome"], id: string): boolean {
    return this.#note((log, at) => withFinish(log, { id, at }, outcome));
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
    this.#keep(added);
    return null;
  }

  /** The officer has read what the hub did not take. */
  dismiss(): void {
    const { log } = this.#state;
    if (log !== null) this.#keep({ ...log, told: [], merged: 0 });
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#unsubscribe();
  }

  #note(change: (log: CounterLog, at: number) => CounterLog | null): boolean {
    const log = this.#ownLog();
    const next = log === null ? null : change(log, this.#now());
    return next !== null && this.#keep(next);
  }

  /** The log to write into; `null` when nobody works here, or another's is not told yet. */
  #ownLog(): CounterLog | null {
    const { log } = this.#state;
    if (log === null || !hasWork(log)) {
      const fresh = this.#begin();
      return fresh === null || log === null
        ? fresh
        : { ...fresh, told: log.told, merged: log.merged };
    }
    const isAnothers = this.#officer !== null && this.#officer.officerId !== log.officer.officerId;
    return isAnothers ? null : log;
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
    const kept = isSpent(log) ? null : log;
    if (!this.#store.writeLog(kept)) return false;
    this.#set({ log: kept });
    return true;
  }

  #look(): void {
    if (this.#isClosed) return;
    const { goneSince, log } = this.#state;
    const isHere = isInStep(this.#hub.getState());
    if (isHere !== (goneSince === null)) this.#set({ goneSince: isHere ? null : Date.now() });
    if (isHere && Date.now() - this.#stockAt > STOCK_EVERY_MS) this.#putBy();
    if (!isHere && goneSince === null) this.#putBy();
    if (isHere && log !== null && this.#isOwn(log)) void this.#merge();
  }

  /** Whether the officer of a log is here to tell it: nobody else's word counts at the hub. */
  #isOwn(log: CounterLog): boolean {
    const { officer } = log;
    return (
      hasWork(log) && this.#officer?.officerId === officer.officerId && !this.#officer.isLocked
    );
  }

  #putBy(): void {
    const { view, lastHeardAt, clockOffsetMs } = this.#hub.getState();
    this.#stockAt = Date.now();
    if (view === null || this.#settings === null || this.#officer === null) return;
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
    const { view } = this.#hub.getState();
    let here = view?.counters[this.#counterId]?.ticketId ?? null;
    const startedAt = Date.now();
    while (this.#canGoOn()) {
      const { log } = this.#state;
      if (log === null) break;
      const step = mergeStep(log, this.#side(here, startedAt));
      if (step.kind === "done") {
        this.#keep({ ...log, paper: null });
        break;
      }
      here = await this.#take(step, here);
    }
    this.#set({ isMerging: false });
  }

  #canGoOn(): boolean {
    const { log } = this.#state;
    return !this.#isClosed && log !== null && this.#isOwn(log) && isInStep(this.#hub.getState());
  }

  #side(here: string | null, startedAt: number): HubSide {
    const tickets = Object.values(this.#hub.getState().view?.tickets ?? {});
    return {
      here,
      find: (label) => tickets.find((ticket) => ticket.label === label)?.id ?? null,
      isLate: Date.now() - startedAt > this.#unknownAfterMs,
    };
  }

  /** @returns the ticket that is at the counter by the hub's word afterwards */
  async #take(step: Exclude<MergeStep, { kind: "done" }>, here: string | null) {
    if (step.kind === "wait") {
      await pause(TICK_MS);
      return here;
    }
    if (step.kind === "refuse") {
      this.#settle(step.entry, (log) => refused(log, step.code));
      return here;
    }
    const { entry, wish } = step;
    const answer: Answer<typeof wish.type> = await this.#hub.send(wish.type, wish.payload, entry);
    if (answer.ok) {
      const ticketId = wish.type === "ticket:call" ? wish.payload.ticketId : null;
      this.#settle(entry, (log) => taken(log, ticketId));
      return ticketId;
    }
    await this.#onRefusal(entry, answer.code);
    return here;
  }

  async #onRefusal(entry: LogEntry, code: ErrorCode | "disconnected"): Promise<void> {
    if (code === "not_signed_in" || code === "session_locked") this.#learn(code);
    else if (code !== "disconnected" && (!AGAIN.has(code) || ++this.#tries >= MAX_TRIES))
      return this.#settle(entry, (log) => refused(log, code));
    await pause(PAUSE_MS);
  }

  /** Changes the log for its oldest entry, if that is still the one that was sent. */
  #settle({ id }: LogEntry, change: (log: CounterLog) => CounterLog): void {
    const { log } = this.#state;
    this.#tries = 0;
    if (log !== null && log.entries[0]?.id === id) this.#keep(change(log));
  }

  #now(): number {
    return Math.round(Date.now() + this.#hub.getState().clockOffsetMs);
  }

  #set(change: Partial<OfflineState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Who is at a counter now: by its own log where there is one. `undefined`: by the hub's view. */
export function currentOffline({ log }: OfflineState): ReturnType<typeof atCounter> | undefined {
  return log === null || !hasWork(log) ? undefined : atCounter(log);
}

/** Whether a log has something to tell the hub, or is being written in paper mode. */
function hasWork({ entries, paper }: CounterLog): boolean {
  return entries.length > 0 || paper !== null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
