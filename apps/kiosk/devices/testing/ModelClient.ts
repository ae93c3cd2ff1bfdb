import type { OfflineSeries, PayloadOf, WireCommandType } from "@luot/contract";
import {
  type Answer,
  type CentreSettings,
  type HubClient,
  type HubState,
  type OwnSeries,
  type SendOptions,
  UNHEARD,
} from "@luot/hub-client";
import type { Clock } from "@luot/kit";
import type { ModelHub } from "./ModelHub.ts";

/** The line between a kiosk and its hub, and how it behaves. Times in ms. */
export interface Line {
  isUp: boolean;
  /** One way. */
  latencyMs: number;
  /** Since when nothing comes back from the hub, monotonic; questions still arrive. */
  silentSince: number | null;
  /** So long after a cut the hub notices it. */
  noticedAfterMs: number;
}

export interface ModelClientDeps {
  readonly hub: ModelHub;
  readonly line: Line;
  readonly clock: Clock;
  /** The hub's clock. */
  readonly hubNow: () => number;
  readonly settings: CentreSettings;
  readonly series: OwnSeries;
  readonly newId: () => string;
}

const RETRY_MS = 200;
const RECONNECT_MS = 400;
const ANSWER_WITHIN_MS = 5_000;
const HEARD_EVERY_MS = 1_000;
/** A hub that is not heard for so long is left: two missed heartbeats. */
const SILENCE_MS = 4_000;
const GIVE_UP_MS = 15_000;

/** Over all processes of all kiosks of a test, so that no two are the same. */
let connections = 0;

/** A hub client that talks to the model, with the retries and time-outs of the real one. */
export class ModelClient implements HubClient<"kiosk"> {
  readonly url = "http://hub.example";
  readonly newId: () => string;
  readonly #deps: ModelClientDeps;
  readonly #listeners = new Set<() => void>();
  #state: HubState<"kiosk"> = UNHEARD;
  #isClosed = false;
  readonly #heard: ReturnType<typeof setInterval>;
  #reconnect: ReturnType<typeof setTimeout> | null = null;
  /** Counts connections, over all processes of a hub; 0 for none. */
  #connection = 0;
  /** Told when this connection ends. */
  #end: PromiseWithResolvers<null> = Promise.withResolvers();

  constructor(deps: ModelClientDeps) {
    this.#deps = deps;
    this.newId = deps.newId;
    this.#heard = setInterval(() => this.#listen(), HEARD_EVERY_MS);
    void this.#connect();
  }

  getState = (): HubState<"kiosk"> => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  loadCatalogue = async (): Promise<null> => null;

  loadSettings = async (): Promise<CentreSettings> => this.#deps.settings;

  useSession = (): void => undefined;

  close = (): void => {
    this.#isClosed = true;
    clearInterval(this.#heard);
    if (this.#reconnect !== null) clearTimeout(this.#reconnect);
    // The system closes the sockets of a process that ends.
    this.drop();
  };

  /** The connection ends; the client comes back by itself. The hub may notice it only later. */
  drop(): void {
    const { line, hub } = this.#deps;
    const connection = this.#connection;
    this.#connection = 0;
    this.#end.resolve(null);
    this.#end = Promise.withResolvers();
    if (line.isUp) hub.lost(connection);
    else setTimeout(() => hub.lost(connection), noticedInMs(line));
    if (this.#isClosed) return;
    if (this.#state.connection === "live") this.#set({ connection: "reconnecting" });
    this.#later();
  }

  #listen(): void {
    const { silentSince } = this.#deps.line;
    if (silentSince === null) {
      if (this.#state.connection === "live") this.#set({ lastHeardAt: this.#deps.clock.now() });
    } else if (this.#connection !== 0 && performance.now() - silentSince >= SILENCE_MS) this.drop();
  }

  send = async <T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
    { id = this.newId(), giveUpMs = GIVE_UP_MS }: SendOptions = {},
  ): Promise<Answer<T>> => {
    // By the wall clock, as the real one does: it may jump.
    const giveUpAt = this.#deps.clock.now() + giveUpMs;
    while (this.#deps.clock.now() < giveUpAt && !this.#isClosed) {
      const isLive = this.#state.connection === "live";
      const answer = isLive ? await this.#ask(() => this.#answer(type, payload, id)) : null;
      if (answer !== null) return answer as Answer<T>;
      await wait(RETRY_MS);
    }
    return { ok: false, code: "disconnected", details: {} };
  };

  async #connect(): Promise<void> {
    const { line, hub, series, clock, hubNow, settings } = this.#deps;
    if (this.#isClosed) return;
    if (!line.isUp || line.silentSince !== null) return this.#later();
    const connection = ++connections;
    this.#connection = connection;
    const used = series.used();
    let welcome: OfflineSeries | null = null;
    while (welcome === null && connection === this.#connection)
      welcome = await this.#ask(() => hub.hello(connection, used));
    if (this.#isClosed || welcome === null || connection !== this.#connection) return;
    try {
      series.handed(welcome);
    } catch {
      // The process was killed before it had kept the series.
      return;
    }
    this.#set({
      connection: "live",
      seq: 1,
      settingsVersion: settings.version,
      clockOffsetMs: hubNow() - clock.now(),
    });
  }

  #later(): void {
    if (this.#reconnect !== null) clearTimeout(this.#reconnect);
    this.#reconnect = setTimeout(() => {
      this.#reconnect = null;
      void this.#connect();
    }, RECONNECT_MS);
  }

  /**
   * There and back; `null` when the answer does not come. What had left before the connection ended
   * arrives all the same while the hub has not noticed that.
   */
  async #ask<T>(question: () => T): Promise<T | null> {
    const { line, hub } = this.#deps;
    const connection = this.#connection;
    const { latencyMs } = line;
    const answer = Promise.withResolvers<T | null>();
    const timer = setTimeout(() => answer.resolve(null), ANSWER_WITHIN_MS);
    void this.#end.promise.then(() => answer.resolve(null));
    setTimeout(() => {
      if (connection !== this.#connection && !hub.hears(connection)) return;
      const said = question();
      if (line.silentSince !== null) return;
      setTimeout(() => connection === this.#connection && answer.resolve(said), latencyMs);
    }, latencyMs);
    try {
      return await answer.promise;
    } finally {
      clearTimeout(timer);
    }
  }

  #answer(type: WireCommandType, payload: unknown, id: string): unknown {
    const { hub } = this.#deps;
    switch (type) {
      case "ticket:issue":
        return hub.issue(id, payload as PayloadOf<"ticket:issue">);
      case "ticket:confirm-print": {
        const { ticketId, outcome } = payload as PayloadOf<"ticket:confirm-print">;
        return hub.confirm(ticketId, outcome);
      }
      case "kiosk:sync-offline":
        return hub.sync(payload as PayloadOf<"kiosk:sync-offline">);
      case "ticket:reprint":
        return { ok: true, data: { ...(payload as object), label: "", copy: 1 } };
      default:
        return { ok: false, code: "unknown_command", details: {} };
    }
  }

  #set(change: Partial<HubState<"kiosk">>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The hub misses the answers to its heartbeats from the moment on that they do not get through. */
function noticedInMs({ noticedAfterMs, silentSince }: Line): number {
  if (silentSince === null) return noticedAfterMs;
  return Math.max(0, Math.min(noticedAfterMs, silentSince + SILENCE_MS - performance.now()));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
