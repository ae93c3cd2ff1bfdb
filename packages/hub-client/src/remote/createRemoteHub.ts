import {
  type Catalogue,
  COMMANDS,
  type DeviceMessage,
  DeviceMessageSchema,
  type LinkPort,
  type LinkScan,
  type PayloadOf,
  SCREEN_COMMANDS,
  SettingsSchema,
  type WireCommandType,
} from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import { uuidv7 } from "@luot/kit";
import type { Answer, HubClient, SendOptions } from "../HubClient.ts";
import { type HubState, UNHEARD } from "../HubState.ts";

/** A client of the hub that lives in another process, with what that process owns besides. */
export interface RemoteHub extends HubClient<"kiosk"> {
  /** Whether that process is there; `down` before it was first heard. Subscribers are told. */
  readonly getDevices: () => "up" | "down";
  /** Told of each scan; returns the function that stops it. */
  readonly onScan: (listener: (scan: LinkScan) => void) => () => void;
}

const GIVE_UP_MS = 15_000;
const SETTINGS_WITHIN_MS = 10_000;
/** The other process gives up first, so that its word counts. */
const GRACE_MS = 1_000;

/**
 * Uses a client of the hub that `serveHub` serves at the other end of a port. When the process there
 * dies, the state says `reconnecting`, and what was not answered is asked of the next one under the
 * same ids, so that it happens once.
 *
 * @param url where the hub is, an origin; for addresses that are shown
 */
export function createRemoteHub(port: LinkPort, url: string): RemoteHub {
  return new LinkedHub(port, url);
}

/** A question that waits for its answer. */
interface Call {
  /** The message, with the time that is left by now. */
  readonly message: () => unknown;
  readonly onAnswer: (message: DeviceMessage | null) => void;
}

class LinkedHub implements RemoteHub {
  readonly url: string;
  readonly #port: LinkPort;
  readonly #listeners = new Set<() => void>();
  readonly #scanListeners = new Set<(scan: LinkScan) => void>();
  readonly #calls = new Map<string, Call>();
  readonly #stop: () => void;
  #devices: "up" | "down" = "down";
  #state: HubState<"kiosk"> = UNHEARD;

  constructor(port: LinkPort, url: string) {
    this.#port = port;
    this.url = url;
    this.#stop = port.listen((message) => this.#onMessage(message));
    port.post({ kind: "watch" });
  }

  getState = (): HubState<"kiosk"> => this.#state;

  getDevices = (): "up" | "down" => this.#devices;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  onScan = (listener: (scan: LinkScan) => void): (() => void) => {
    this.#scanListeners.add(listener);
    return () => this.#scanListeners.delete(listener);
  };

  send = async <T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
    { id = this.newId(), giveUpMs = GIVE_UP_MS }: SendOptions = {},
  ): Promise<Answer<T>> => {
    // The link carries no other; it would only be dropped, and look like a lost hub.
    if (!SCREEN_COMMANDS.some((own) => own === type))
      return { ok: false, code: "forbidden", details: {} };
    const giveUpAt = performance.now() + giveUpMs;
    const answer = await this.#ask(giveUpMs + GRACE_MS, (call) => ({
      kind: "send",
      call,
      id,
      type,
      payload,
      giveUpMs: Math.max(0, Math.ceil(giveUpAt - performance.now())),
    }));
    if (answer?.kind !== "answer") return { ok: false, code: "disconnected", details: {} };
    return readLinkAnswer(type, answer.answer);
  };

  loadSettings = async (version: number): Promise<CentreSettings> => {
    const answer = await this.#ask(SETTINGS_WITHIN_MS, (call) => ({
      kind: "settings",
      call,
      version,
    }));
    if (answer?.kind !== "settings" || answer.settings === null)
      throw new Error(`settings ${version}: not to be had`);
    return SettingsSchema.parse(answer.settings);
  };

  loadCatalogue = async (): Promise<Catalogue | null> => {
    const answer = await this.#ask(SETTINGS_WITHIN_MS, (call) => ({ kind: "catalogue", call }));
    if (answer?.kind !== "catalogue") throw new Error("the catalogue: not to be had");
    return answer.catalogue;
  };

  newId = (): string => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

  /** Nobody signs in at a kiosk. */
  useSession = (): void => {};

  close = (): void => {
    this.#stop();
    for (const { onAnswer } of this.#calls.values()) onAnswer(null);
  };

  /** Asks, and again whenever the process there has begun anew; `null` when no answer came in time. */
  #ask(waitMs: number, message: (call: string) => unknown): Promise<DeviceMessage | null> {
    const call = this.newId();
    return new Promise((resolve) => {
      const onAnswer = (answer: DeviceMessage | null): void => {
        clearTimeout(timer);
        this.#calls.delete(call);
        resolve(answer);
      };
      const timer = setTimeout(() => onAnswer(null), waitMs);
      this.#calls.set(call, { message: () => message(call), onAnswer });
      this.#port.post(message(call));
    });
  }

  #onMessage(raw: unknown): void {
    const parsed = DeviceMessageSchema.safeParse(raw);
    // It comes from the same installation: what does not fit is a bug there, and changes nothing.
    if (!parsed.success) return;
    const message = parsed.data;
    switch (message.kind) {
      case "state":
        return this.#onState(message.state);
      case "answer":
      case "settings":
      case "catalogue":
        return this.#calls.get(message.call)?.onAnswer(message);
      case "scan":
        for (const listener of this.#scanListeners) listener(message.scan);
        return undefined;
      case "devices":
        return message.standing === "up" ? this.#onUp() : this.#onDown();
      default:
        return message satisfies never;
    }
  }

  #onState(state: HubState<"kiosk">): void {
    this.#devices = "up";
    const { view } = this.#state;
    const isBeginning = state.view === null && state.connection === "connecting";
    // A process that begins anew knows less than the screen does.
    this.#set(
      isBeginning && view !== null ? { ...state, view, connection: "reconnecting" } : state,
    );
  }

  #onUp(): void {
    this.#devices = "up";
    this.#port.post({ kind: "watch" });
    for (const { message } of this.#calls.values()) this.#port.post(message());
  }

  #onDown(): void {
    this.#devices = "down";
    const { view } = this.#state;
    const connection = view === null ? "connecting" : "reconnecting";
    this.#set({ ...this.#state, connection, outbox: null, isStale: true });
  }

  #set(state: HubState<"kiosk">): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Reads what the devices answered to a command; what is no answer to it is `internal`. */
function readLinkAnswer<T extends WireCommandType>(
  type: T,
  answer: Extract<DeviceMessage, { readonly kind: "answer" }>["answer"],
): Answer<T> {
  if (!answer.ok) return answer;
  const data = COMMANDS[type].data.safeParse(answer.data);
  if (!data.success) return { ok: false, code: "internal", details: {} };
  return { ok: true, data: data.data as Extract<Answer<T>, { readonly ok: true }>["data"] };
}
