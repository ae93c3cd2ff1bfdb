import {
  type DeviceMessage,
  type LinkPort,
  type LinkScan,
  type ScreenMessage,
  ScreenMessageSchema,
} from "@luot/contract";
import type { Logger } from "@luot/kit";
import type { Answer, HubClient } from "../HubClient.ts";

/** A hub's client as a screen elsewhere uses it. */
export interface ServedHub {
  /** Tells the screen what was scanned, if it is there. */
  readonly tellScan: (scan: LinkScan) => void;
  /** Ends the service; the client itself goes on. */
  readonly close: () => void;
}

/** The whole state goes over at each change; more often than this nobody sees. */
const STATE_EVERY_MS = 50;
/** A screen asks one thing at a time. */
const MAX_CALLS = 32;

/**
 * Lets a screen at the other end of a port use a client that lives here; `createRemoteHub` is that
 * end. What is no message of a screen is noted, without what it holds, and dropped.
 */
export function serveHub(hub: HubClient<"kiosk">, port: LinkPort, log: Logger): ServedHub {
  return new HubService(hub, port, log);
}

type Sending = Extract<ScreenMessage, { readonly kind: "send" }>;

class HubService implements ServedHub {
  readonly #hub: HubClient<"kiosk">;
  readonly #port: LinkPort;
  readonly #log: Logger;
  readonly #stops: readonly (() => void)[];
  /** The calls that wait for their answer. */
  readonly #calls = new Set<string>();
  #isWatched = false;
  #told: unknown = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(hub: HubClient<"kiosk">, port: LinkPort, log: Logger) {
    this.#hub = hub;
    this.#port = port;
    this.#log = log;
    this.#stops = [
      port.listen((message) => this.#onMessage(message)),
      hub.subscribe(() => this.#tellStateSoon()),
    ];
  }

  tellScan = (scan: LinkScan): void => {
    if (this.#isWatched) this.#post({ kind: "scan", scan });
  };

  close = (): void => {
    this.#isWatched = false;
    for (const stop of this.#stops) stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
  };

  #onMessage(raw: unknown): void {
    const parsed = ScreenMessageSchema.safeParse(raw);
    if (!parsed.success) return this.#log.warn("a message of the screen makes no sense");
    const message = parsed.data;
    switch (message.kind) {
      case "watch":
        this.#isWatched = true;
        return this.#tellState();
      case "send":
        return void this.#send(message);
      case "settings":
        return void this.#loadSettings(message.call, message.version);
      case "catalogue":
        return void this.#loadCatalogue(message.call);
      default:
        return message satisfies never;
    }
  }

  async #send(message: Sending): Promise<void> {
    const { call } = message;
    // Sent twice, the answer to the first is the answer to both.
    if (this.#calls.has(call)) return;
    if (this.#calls.size >= MAX_CALLS) {
      const answer = { ok: false, code: "rate_limited", details: {} } as const;
      return this.#post({ kind: "answer", call, answer });
    }
    this.#calls.add(call);
    const answer = await this.#answer(message).catch((cause: unknown) => {
      // A full disk, say. It must not end the process, whose successor would be asked the same.
      this.#log.error("a call of the screen failed", { type: message.type, cause });
      return { ok: false, code: "internal", details: {} } as const;
    });
    this.#calls.delete(call);
    this.#post({ kind: "answer", call, answer });
  }

  #answer(message: Sending): Promise<Answer<Sending["type"]>> {
    const { id, giveUpMs } = message;
    // Each case again, for a type parameter that is bound to one command at a time.
    switch (message.type) {
      case "ticket:issue":
        return this.#hub.send(message.type, message.payload, { id, giveUpMs });
      case "ticket:reprint":
        return this.#hub.send(message.type, message.payload, { id, giveUpMs });
      case "kiosk:call-help":
        return this.#hub.send(message.type, message.payload, { id, giveUpMs });
      case "dossier:look-up":
        return this.#hub.send(message.type, message.payload, { id, giveUpMs });
      case "dossier:prove":
        return this.#hub.send(message.type, message.payload, { id, giveUpMs });
      default:
        return message satisfies never;
    }
  }

  async #loadSettings(call: string, version: number): Promise<void> {
    // Tells the cause only by throwing; the screen asks again either way.
    const settings = await this.#hub.loadSettings(version).catch(() => null);
    this.#post({ kind: "settings", call, settings });
  }

  async #loadCatalogue(call: string): Promise<void> {
    // As above: a screen that got none asks again.
    const catalogue = await this.#hub.loadCatalogue().catch(() => null);
    this.#post({ kind: "catalogue", call, catalogue });
  }

  #tellStateSoon(): void {
    if (!this.#isWatched || this.#timer !== null) return;
    this.#tellState();
  }

  /** Tells the state now; what changes in the next moment is told together after it. */
  #tellState(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#told = this.#hub.getState();
    this.#post({ kind: "state", state: this.#hub.getState() });
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#told !== this.#hub.getState()) this.#tellStateSoon();
    }, STATE_EVERY_MS);
  }

  #post(message: DeviceMessage): void {
    this.#port.post(message);
  }
}
