import type { Ack, DeviceRole, Identity, Sender } from "@luot/contract";
import type { Device } from "@luot/store";
import type { Socket } from "socket.io";
import { refusal } from "../engine/CentreEngine.ts";
import { officerIdentity, type SignedIn } from "../identity/OfficerDesk.ts";
import type { SocketDeps } from "./deps.ts";
import { TokenBucket } from "./TokenBucket.ts";

/** A message with its answer, as the guard lets it through. */
export type Handler = (message: unknown, answer: (ack: Ack) => void) => void | Promise<void>;

const STRIKES_ALLOWED = 20;
const MALFORMED_COST = 5;

/** One client: who it is, what it shows, and how much it may still ask. */
export class Connection {
  readonly socket: Socket;
  readonly isLocal: boolean;
  readonly device: Device | null;
  signedIn: SignedIn | null;
  /** What it shows; `null` until its hello was welcomed. */
  view: DeviceRole | null = null;
  /** The one ticket a phone follows. */
  ticketId: string | null = null;
  /** What a phone was sent last, to send it changes only. */
  sentPhone = "";
  /** Up to where it said it has heard. */
  seenSeq = 0;
  pairingCode: string | null = null;
  /** It gives numbers by itself while the hub does not answer, and prints them. */
  hasSeries = false;
  /** It said that it told all it did while it was cut off. */
  hasTold = false;
  readonly #deps: SocketDeps;
  readonly #bucket: TokenBucket;
  #strikes = 0;

  constructor(
    socket: Socket,
    who: {
      readonly device: Device | null;
      readonly signedIn: SignedIn | null;
      readonly isLocal: boolean;
    },
    deps: SocketDeps,
  ) {
    this.socket = socket;
    this.device = who.device;
    this.signedIn = who.signedIn;
    this.isLocal = who.isLocal;
    this.#deps = deps;
    const { burst, perSecond } = deps.limits.messages;
    this.#bucket = new TokenBucket(burst, perSecond, deps.clock.monotonic());
  }

  /** Who sends, for the role table. Nobody before hello. */
  get sender(): Sender | null {
    if (this.view === null) return null;
    const officer = this.signedIn;
    return {
      device: this.view,
      officer:
        officer === null
          ? null
          : {
              role: officer.officer.role,
              rights: officer.officer.rights,
              isLocked: officer.session.isLocked,
            },
    };
  }

  /** Who the hub takes this connection for, as the client is told. */
  get identity(): Identity | null {
    if (this.device === null) return null;
    const { id: deviceId, role, name, counterId, zone } = this.device;
    return { deviceId, role, name, counterId, zone, officer: this.#officerOf(role) };
  }

  #officerOf(role: DeviceRole): Identity["officer"] {
    if (this.signedIn === null) return null;
    const leads = role === "counter" ? { leads: this.#deps.officers.leads() } : {};
    return { ...officerIdentity(this.signedIn), ...leads };
  }

  /** Listens to one kind of message that is answered; whatever comes, the hub lives. */
  on(event: string, handler: Handler): void {
    this.socket.on(event, (...args: unknown[]) => {
      const answer = args.at(-1);
      if (args.length !== 2 || typeof answer !== "function")
        return this.refuseUnanswerable(`${event} takes one message and an acknowledgement`);
      const ack = once((reply: Ack) => void answer(reply));
      if (!this.#isWithinRate(1)) return ack(refusal("rate_limited", "too many messages"));
      void this.#handle(event, () => handler(args[0], ack), ack);
    });
  }

  /** Listens to a message without an answer. */
  onNotice(event: string, handler: (message: unknown) => void): void {
    this.socket.on(event, (...args: unknown[]) => {
      if (this.#isWithinRate(1)) handler(args[0]);
    });
  }

  /** A message that can't even be answered: said on a channel of its own, and it costs. */
  refuseUnanswerable(message: string): void {
    this.#isWithinRate(MALFORMED_COST);
    this.socket.emit("refused", refusal("bad_request", message));
  }

  /** Ends the connection. */
  cut(why: string): void {
    this.#deps.log.info("client cut off", { why, device: this.device?.id, view: this.view });
    this.socket.disconnect(true);
  }

  async #handle(
    event: string,
    handle: () => void | Promise<void>,
    ack: (reply: Ack) => void,
  ): Promise<void> {
    try {
      await handle();
    } catch (cause) {
      this.#deps.log.error("a message could not be handled", { event, cause });
      ack(refusal("internal", "the hub could not complete the request"));
    }
  }

  #isWithinRate(cost: number): boolean {
    if (this.#bucket.take(this.#deps.clock.monotonic(), cost)) {
      this.#strikes = 0;
      return true;
    }
    this.#strikes += 1;
    if (this.#strikes > STRIKES_ALLOWED) this.cut("flood");
    return false;
  }
}

/** An answer is given once; a second one is a bug of ours that the client must not see. */
function once(answer: (reply: Ack) => void): (reply: Ack) => void {
  let isAnswered = false;
  return (reply) => {
    if (isAnswered) return;
    isAnswered = true;
    answer(reply);
  };
}
