import type { Catalogue, PaperNews, PayloadOf, WireCommandType } from "@luot/contract";
import type { Answer, CentreSettings, HubState, SendOptions } from "@luot/hub-client";
import type { Paper } from "@luot/printer";
import type { Wish } from "@luot/store";
import { Courier } from "./Courier.ts";
import { HubTime } from "./HubTime.ts";
import type { OfflineHub, OfflineHubDeps } from "./OfflineHub.ts";
import { offlineState } from "./offlineState.ts";
import { ReprintDesk } from "./ReprintDesk.ts";
import { WishDesk } from "./WishDesk.ts";

/** A wish of an earlier process that nobody repeats after a start is given up after this, ms. */
const FORGOTTEN_AFTER_MS = 10_000;
/** The day changes without anything else happening; and a step may have failed for a full disk. */
const LOOK_EVERY_MS = 20_000;
const SETTINGS_AGAIN_MS = 2_000;
const GIVE_UP_MS = 15_000;

/**
 * Wraps a kiosk's connection to the hub so that it gives numbers with and without it. Takes over
 * `ticket:issue` and `ticket:reprint`; all else goes to the hub as it is.
 */
export function createOfflineHub(deps: OfflineHubDeps): OfflineHub {
  return new KioskHub(deps);
}

class KioskHub implements OfflineHub {
  readonly url: string;
  readonly newId: () => string;
  readonly useSession: (session: string | null) => void;
  readonly #deps: OfflineHubDeps;
  readonly #time: HubTime;
  readonly #desk: WishDesk;
  readonly #reprints: ReprintDesk;
  readonly #courier: Courier;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #paper: PaperNews | null = null;
  #state: HubState<"kiosk">;
  #wasLive = false;
  #offsetMs: number | null = null;
  #isLoading = false;
  #isClosed = false;

  constructor(deps: OfflineHubDeps) {
    const { hub, book, printer, clock, log } = deps;
    this.#deps = deps;
    this.url = hub.url;
    this.newId = hub.newId;
    this.useSession = hub.useSession;
    this.#time = new HubTime(clock, book);
    const time = this.#time;
    if (book.meta.cutSince() === null) book.meta.setCutSince(time.lastContact());
    this.#desk = new WishDesk({
      hub,
      book,
      time,
      clock,
      log,
      onSettled: (wish) => this.#onSettled(wish),
    });
    this.#reprints = new ReprintDesk(deps);
    this.#courier = new Courier({ hub, book, time, log, onProgress: () => this.#refresh() });
    this.#state = this.#build();
    this.#stops.push(
      hub.subscribe(() => this.#safely(() => this.#onHub())),
      printer.onState(() => this.#safely(() => this.#refresh())),
      printer.onOutcome((paper, outcome) =>
        this.#safely(() => this.#onPaper({ ...paper, outcome })),
      ),
      after(FORGOTTEN_AFTER_MS, () => this.#look()),
      every(LOOK_EVERY_MS, () => this.#look()),
    );
    this.#safely(() => this.#onHub());
  }

  getState = (): HubState<"kiosk"> => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  send = async <T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
    options: SendOptions = {},
  ): Promise<Answer<T>> => {
    const { id = this.newId(), giveUpMs = GIVE_UP_MS } = options;
    if (type === "ticket:issue")
      return this.#desk.take(id, payload as PayloadOf<"ticket:issue">, giveUpMs) as Promise<
        Answer<T>
      >;
    if (type === "ticket:reprint")
      return this.#reprints.take(id, payload as PayloadOf<"ticket:reprint">) as Promise<Answer<T>>;
    return this.#deps.hub.send(type, payload, { id, giveUpMs });
  };

  loadSettings = async (version: number): Promise<CentreSettings> => {
    const { hub, book } = this.#deps;
    const kept = book.meta.settings();
    if (kept?.version === version) return kept;
    const settings = await hub.loadSettings(version);
    this.#keepSettings(settings);
    return settings;
  };

  /** Without the hub the one that was had last: procedures are found offline too. */
  loadCatalogue = async (): Promise<Catalogue | null> => {
    const { hub, book, log } = this.#deps;
    try {
      const catalogue = await hub.loadCatalogue();
      if (!this.#isClosed) book.meta.setCatalogue(catalogue);
      return catalogue;
    } catch (cause) {
      log.warn("the catalogue could not be had; the kept one serves", { cause });
      return book.meta.catalogue();
    }
  };

  close = (): void => {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    this.#courier.close();
    this.#time.keep();
    this.#deps.hub.close();
  };

  #onHub(): void {
    const { connection, clockOffsetMs, settingsVersion } = this.#deps.hub.getState();
    const isLive = connection === "live";
    // The offset is measured anew at each welcome, and only there.
    if (isLive && (!this.#wasLive || clockOffsetMs !== this.#offsetMs)) {
      this.#offsetMs = clockOffsetMs;
      this.#time.set(clockOffsetMs);
    } else if (isLive) this.#time.heard();
    const wasLive = this.#wasLive;
    this.#wasLive = isLive;
    if (wasLive && !isLive) this.#onCut();
    if (isLive && !wasLive) this.#courier.connected();
    if (isLive) void this.#loadNewest(settingsVersion);
    this.#refresh();
  }

  #look(): void {
    this.#safely(() => {
      this.#desk.dropForgotten();
      this.#courier.kick();
      this.#refresh();
    });
  }

  /** The book may be unable to keep something, on a full disk; the connection is worth more. */
  #safely(run: () => void): void {
    try {
      run();
    } catch (cause) {
      this.#deps.log.error("the kiosk's book failed", { cause });
    }
  }

  #onCut(): void {
    const { meta } = this.#deps.book;
    this.#time.keep();
    if (meta.cutSince() === null) meta.setCutSince(this.#time.lastContact());
  }

  /** Keeps the settings in force, so that the next start has them without the hub. */
  async #loadNewest(version: number): Promise<void> {
    const { hub, book, log } = this.#deps;
    if (this.#isLoading || version === 0) return;
    this.#isLoading = true;
    try {
      if (book.meta.settings()?.version === version) return;
      this.#keepSettings(await hub.loadSettings(version));
    } catch (cause) {
      log.warn("the settings could not be had; trying again", { version, cause });
      this.#stops.push(after(SETTINGS_AGAIN_MS, () => this.#safely(() => this.#onHub())));
    } finally {
      this.#isLoading = false;
    }
  }

  #keepSettings(settings: CentreSettings): void {
    const { meta } = this.#deps.book;
    if (this.#isClosed || settings.version <= (meta.settings()?.version ?? 0)) return;
    meta.setSettings(settings);
    this.#refresh();
  }

  #onSettled({ id, payload, answer }: Wish): void {
    if (answer?.ok === true && payload.print) this.#print({ ...answer.data, copy: 0 });
    this.#courier.tellNow(id);
    this.#refresh();
  }

  #print({ ticketId, copy }: Paper): void {
    this.#deps.printer.print({ ticketId, copy });
  }

  #onPaper(news: PaperNews): void {
    this.#paper = news;
    this.#courier.kick();
    this.#refresh();
  }

  #build(): HubState<"kiosk"> {
    const { hub, book, printer, clock } = this.#deps;
    return offlineState({
      state: hub.getState(),
      settings: book.meta.settings(),
      printer: printer.state(),
      paper: this.#paper,
      cutSince: book.meta.cutSince(),
      unsent: book.outbox.unsentTickets(),
      canIssue: this.#desk.canIssue(),
      now: { hub: this.#time.now(), own: clock.now() },
    });
  }

  #refresh(): void {
    if (this.#isClosed) return;
    this.#state = this.#build();
    for (const listener of this.#listeners) listener();
  }
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function every(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms);
  return () => clearInterval(timer);
}
