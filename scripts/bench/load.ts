import { PROTOCOL } from "@luot/contract";
import { uuidv7 } from "@luot/kit";
import { io, type Socket } from "socket.io-client";

/** A client of the load: as little as the wire allows, so that the hub is measured and not this. */
export class LoadClient {
  readonly socket: Socket;
  seq = 0;
  #epoch: string | undefined;
  #seen = 0;

  constructor(url: string, token: string | null, view: string, session?: string) {
    this.socket = io(url, {
      transports: ["websocket"],
      forceNew: true,
      // As the real clients: 200 to 1,000 ms with jitter.
      reconnectionDelay: 400,
      reconnectionDelayMax: 667,
      randomizationFactor: 0.5,
      timeout: 3_000,
      auth: token === null ? {} : { protocol: PROTOCOL, token, ...(session && { session }) },
    });
    if (token === null) {
      this.socket.on("connect", () => this.onWelcome());
      return;
    }
    this.socket.on("connect", () => {
      const since = this.#epoch === undefined ? {} : { lastSeq: this.seq, epoch: this.#epoch };
      this.socket.emit("hello", { view, ...since }, (ack: Welcome) => this.#welcomed(ack));
    });
    this.socket.on("events", ({ from, to }: { from: number; to: number }) => {
      this.seq = to;
      this.onFrame(from, to);
    });
  }

  /** Called with each frame. */
  onFrame: (from: number, to: number) => void = () => undefined;
  /** Called when the hub has brought this client in step. */
  onWelcome: () => void = () => undefined;

  /** Says up to where it has heard, as clients must. */
  tellSeen(): void {
    if (this.seq === this.#seen || !this.socket.connected) return;
    this.#seen = this.seq;
    this.socket.emit("seen", { seq: this.seq });
  }

  /** Sends a command and gives its answer. */
  send(type: string, payload: unknown): Promise<CommandAck> {
    return new Promise((resolve) =>
      this.socket.emit("command", { id: newId(), type, payload }, resolve),
    );
  }

  #welcomed(ack: Welcome): void {
    if (!ack.ok) throw new Error(`not welcome: ${ack.error?.code}`);
    this.seq = ack.data.seq;
    this.#epoch = ack.data.epoch;
    this.onWelcome();
  }
}

interface Welcome {
  readonly ok: boolean;
  readonly data: { readonly seq: number; readonly epoch: string };
  readonly error?: { readonly code: string };
}

/** An answer to a command. */
export interface CommandAck {
  readonly ok: boolean;
  readonly seq: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string };
}

/** Opens clients and waits until all are in step. */
export async function openAll(
  count: number,
  make: (index: number) => LoadClient,
): Promise<readonly LoadClient[]> {
  const clients = Array.from({ length: count }, (_, i) => make(i));
  await Promise.all(
    clients.map(
      (client) =>
        new Promise<void>((resolve) => {
          client.onWelcome = resolve;
          if (client.socket.connected) resolve();
        }),
    ),
  );
  return clients;
}

const pool = new Uint8Array(10);

function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(pool));
}
