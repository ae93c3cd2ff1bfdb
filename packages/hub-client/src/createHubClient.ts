import {
  type Catalogue,
  AckSchema,
  type ErrorCode,
  FrameSchema,
  PairAnswerSchema,
  PairedSchema,
  PaperNewsSchema,
  type PayloadOf,
  PrinterNewsSchema,
  PROTOCOL,
  WelcomeSchema,
  type WireCommandType,
} from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import { uuidv7 } from "@luot/kit";
import { io, type Socket } from "socket.io-client";
import { fetchCatalogue } from "./fetchCatalogue.ts";
import { fetchSettings } from "./fetchSettings.ts";
import { foldEvents, readSnapshot, settingsIn } from "./foldFrame.ts";
import type { Answer, HubClient, OwnSeries, SendOptions, TokenStore } from "./HubClient.ts";
import { type ClientKind, type HubState, UNHEARD } from "./HubState.ts";
import { readAnswer } from "./readAnswer.ts";

/** What a client needs. Times in ms. */
export interface HubClientOptions<K extends ClientKind> {
  readonly kind: K;
  /** Where the hub is; the page's own origin by default. */
  readonly url?: string;
  readonly tokens: TokenStore;
  /** What to ask for when the hub does not know this device. */
  readonly pairAs?: {
    readonly role: "kiosk" | "counter" | "display";
    readonly counterId?: string;
  };
  readonly session?: string;
  /** Phones: the token on the paper. */
  readonly ticketToken?: string;
  /** Kiosks that print by themselves and give numbers while the hub is gone. */
  readonly series?: OwnSeries;
}

const STALE_AFTER_MS = 5_000;
const SEEN_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 5_000;
const GIVE_UP_MS = 15_000;
const RETRY_MS = 200;
const PAIR_AGAIN_MS = 5_000;

/** Connects to the hub, keeps the view in step, and sends commands exactly once. */
export function createHubClient<K extends ClientKind>(options: HubClientOptions<K>): HubClient<K> {
  return new SocketHubClient(options);
}

class SocketHubClient<K extends ClientKind> implements HubClient<K> {
  readonly url: string;
  readonly #options: HubClientOptions<K>;
  readonly #socket: Socket;
  readonly #listeners = new Set<() => void>();
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  #state: HubState<K> = UNHEARD;
  #session: string | undefined;
  #seenSeq = 0;
  #isClosed = false;
  /** The hello that waits for its answer. */
  #greeting: object | null = null;
  /**
   * What was pushed since that hello. It waits for the answer, which Socket.IO hands over a moment
   * after messages that came behind it.
   */
  #early: (() => void)[] = [];

  constructor(options: HubClientOptions<K>) {
    this.#options = options;
    this.#session = options.session;
    this.url = options.url ?? location.origin;
    this.#socket = io(this.url, {
      transports: ["websocket"],
      reconnectionDelay: 400,
      reconnectionDelayMax: 667,
      randomizationFactor: 0.5,
      timeout: 3_000,
      forceNew: true,
      auth: (give) => give(this.#handshake()),
    });
    this.#listen();
    this.#timers.push(setInterval(() => this.#watchSilence(), 500));
    this.#timers.push(setInterval(() => this.#tellSeen(), SEEN_EVERY_MS));
  }

  getState = (): HubState<K> => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  loadCatalogue = (): Promise<Catalogue | null> => fetchCatalogue(this.url);

  loadSettings = (version: number): Promise<CentreSettings> => fetchSettings(this.url, version);

  newId = (): string => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

  useSession = (session: string | null): void => {
    this.#session = session ?? undefined;
  };

  send = async <T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
    { id = this.newId(), giveUpMs = GIVE_UP_MS }: SendOptions = {},
  ): Promise<Answer<T>> => {
    const giveUpAt = Date.now() + giveUpMs;
    while (Date.now() < giveUpAt && !this.#isClosed) {
      const ack = this.#state.connection === "live" ? await this.#ask({ id, type, payload }) : null;
      if (ack !== null) return readAnswer(type, ack);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    return { ok: false, code: "disconnected", details: {} };
  };

  close = (): void => {
    this.#isClosed = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#socket.disconnect();
  };

  #handshake(): Record<string, unknown> {
    const token = this.#options.tokens.read();
    return {
      protocol: PROTOCOL,
      ...(token === null ? {} : { token }),
      ...(this.#session === undefined ? {} : { session: this.#session }),
    };
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on("connect", () => void this.#hello());
    socket.on("connect_error", (error) => this.#onRefused(error));
    socket.on("disconnect", (reason) => {
      this.#greeting = null;
      if (this.#state.connection !== "refused")
        this.#set({ connection: this.#state.seq > 0 ? "reconnecting" : "connecting" });
      // The hub ended it on purpose (revoked, replaced, too slow): Socket.IO would stay away.
      if (reason === "io server disconnect" && !this.#isClosed)
        setTimeout(() => socket.connect(), RETRY_MS);
    });
    socket.on("events", (raw: unknown) => this.#onFrame(raw));
    socket.on("phone", (raw: unknown) => this.#onSnapshot(raw));
    socket.on("printer", (raw: unknown) => this.#onPrinter(raw));
    socket.on("paper", (raw: unknown) => this.#onPaper(raw));
    socket.on("paired", (raw: unknown) => this.#onPaired(raw));
    socket.io.on("ping", () => this.#heard());
  }

  /** Says up to where this client has heard, and gets what it lacks. */
  async #hello(fromScratch = false): Promise<void> {
    const { seq, epoch, view } = this.#state;
    const isResync = view !== null && epoch !== null && !fromScratch;
    const { ticketToken, series } = this.#options;
    const greeting = {};
    this.#greeting = greeting;
    this.#early = [];
    const answer = await this.#emit("hello", {
      view: this.#options.kind,
      ...(isResync ? { lastSeq: seq, epoch } : {}),
      ...(ticketToken === undefined ? {} : { ticketToken }),
      ...(series === undefined ? {} : { offline: series.used() }),
    });
    // A later hello has asked from where this client now is: what this one brings is in it too.
    if (this.#greeting !== greeting) return;
    this.#greeting = null;
    if (answer === null) {
      // Cut off it comes with the reconnect; but a hub that is slow does not end the connection.
      if (this.#socket.connected) void this.#hello(fromScratch);
      return;
    }
    const ack = AckSchema.safeParse(answer);
    if (!ack.success) return this.#set({ connection: "refused", refusal: "internal" });
    if (!ack.data.ok) return this.#onUnwelcome(ack.data.error.code);
    this.#onWelcome(ack.data.data);
  }

  #onWelcome(raw: unknown): void {
    const welcome = WelcomeSchema.safeParse(raw);
    if (!welcome.success) return this.#set({ connection: "refused", refusal: "internal" });
    const { snapshot, events, seq, epoch, settingsVersion, identity, printer, now } = welcome.data;
    const { kind } = this.#options;
    const { view } = this.#state;
    const next =
      snapshot !== undefined
        ? readSnapshot(kind, snapshot)
        : view === null
          ? null
          : foldEvents(kind, view, events ?? []);
    if (next === null && snapshot !== undefined)
      return this.#set({ connection: "refused", refusal: "internal" });
    if (next === null) return void this.#hello(true);
    // Kept before anybody can be given a number under the new connection.
    this.#options.series?.handed(welcome.data.offline ?? null);
    this.#set({
      connection: "live",
      refusal: null,
      pairingCode: null,
      view: next,
      seq,
      epoch,
      settingsVersion,
      identity,
      printer,
      clockOffsetMs: now - Date.now(),
    });
    this.#heard();
    for (const take of this.#early.splice(0)) take();
  }

  #onUnwelcome(code: ErrorCode): void {
    if (code !== "not_paired" || this.#options.pairAs === undefined)
      return this.#set({ connection: "refused", refusal: code });
    this.#options.tokens.write(null);
    void this.#askToBePaired();
  }

  async #askToBePaired(): Promise<void> {
    const answer = await this.#emit("pair", this.#options.pairAs);
    const ack = AckSchema.safeParse(answer);
    if (!ack.success || !ack.data.ok) {
      setTimeout(() => this.#socket.connected && void this.#askToBePaired(), PAIR_AGAIN_MS);
      return;
    }
    const { code } = PairAnswerSchema.parse(ack.data.data);
    this.#set({ connection: "pairing", pairingCode: code });
    this.#heard();
  }

  #onPaired(raw: unknown): void {
    const paired = PairedSchema.safeParse(raw);
    if (!paired.success) return;
    this.#options.tokens.write(paired.data.token);
    // A fresh handshake carries the token.
    this.#socket.disconnect().connect();
  }

  #onRefused(error: Error): void {
    const code = (error as Error & { data?: { code?: ErrorCode } }).data?.code;
    if (code === undefined)
      return this.#set({ connection: this.#state.seq > 0 ? "reconnecting" : "connecting" });
    this.#set({ connection: "refused", refusal: code });
    // The hub may have been updated or the device paired anew meanwhile.
    setTimeout(() => !this.#isClosed && this.#socket.connect(), PAIR_AGAIN_MS);
  }

  #onFrame(raw: unknown): void {
    if (this.#greeting !== null) return void this.#early.push(() => this.#onFrame(raw));
    const frame = FrameSchema.safeParse(raw);
    const { view, seq, connection } = this.#state;
    if (!frame.success || view === null || connection !== "live") return;
    this.#heard();
    const { from, to, events } = frame.data;
    if (to <= seq) return;
    if (from !== seq) return void this.#hello();
    const next = foldEvents(this.#options.kind, view, events);
    if (next === null) return void this.#hello(true);
    const published = settingsIn(events);
    this.#set({
      view: next,
      seq: to,
      ...(published === null ? {} : { settingsVersion: published }),
    });
  }

  #onSnapshot(raw: unknown): void {
    if (this.#greeting !== null) return void this.#early.push(() => this.#onSnapshot(raw));
    const view = readSnapshot(this.#options.kind, raw);
    if (view === null) return;
    this.#heard();
    this.#set({ view });
  }

  #onPrinter(raw: unknown): void {
    if (this.#greeting !== null) return void this.#early.push(() => this.#onPrinter(raw));
    const news = PrinterNewsSchema.safeParse(raw);
    if (news.success) this.#set({ printer: news.data.state });
  }

  #onPaper(raw: unknown): void {
    const news = PaperNewsSchema.safeParse(raw);
    if (news.success) this.#set({ paper: news.data });
  }

  async #ask(envelope: {
    readonly id: string;
    readonly type: WireCommandType;
    readonly payload: unknown;
  }): Promise<unknown> {
    return this.#emit("command", envelope);
  }

  /** Emits and waits for the answer; `null` when none came. */
  async #emit(event: string, message: unknown): Promise<unknown> {
    try {
      return (await this.#socket.timeout(ANSWER_WITHIN_MS).emitWithAck(event, message)) as unknown;
    } catch {
      // A timeout or a cut: the caller repeats under the same id, or hello comes with the reconnect.
      return null;
    }
  }

  #heard(): void {
    this.#set({ lastHeardAt: Date.now(), isStale: false });
  }

  #watchSilence(): void {
    const { lastHeardAt, isStale } = this.#state;
    if (!isStale && lastHeardAt !== null && Date.now() - lastHeardAt > STALE_AFTER_MS)
      this.#set({ isStale: true });
  }

  #tellSeen(): void {
    const { seq, connection } = this.#state;
    if (connection !== "live" || seq === this.#seenSeq || this.#options.kind === "phone") return;
    this.#seenSeq = seq;
    this.#socket.emit("seen", { seq });
  }

  #set(change: Partial<HubState<K>>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
