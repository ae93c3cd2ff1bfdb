import { type Ack, PROTOCOL, type WelcomeSchema } from "@luot/contract";
import { uuidv7 } from "@luot/kit";
import { io, type Socket } from "socket.io-client";
import type { z } from "zod";

const ANSWER_WITHIN_MS = 20_000;
const WORD_WITHIN_MS = 200;

/** A bare client of the wire, for tests: it does what it is told and notes what it gets. */
export class TestClient {
  readonly socket: Socket;
  /** Frames pushed by the hub, in order. */
  readonly frames: { readonly from: number; readonly to: number; readonly events: unknown[] }[] =
    [];
  /** What the hub said of messages it could not answer. */
  readonly refused: unknown[] = [];
  #raw = 0;

  constructor(
    url: string,
    auth: Readonly<Record<string, unknown>>,
    options: { readonly origin?: string } = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.socket = io(url, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, ...auth },
      extraHeaders: { ...options, ...headers },
    });
    this.socket.on("events", (frame: TestClient["frames"][number]) => {
      this.frames.push(frame);
      this.socket.emit("seen", { seq: frame.to });
    });
    this.socket.on("refused", (refusal: unknown) => this.refused.push(refusal));
  }

  /** Resolves when the hub let it in; rejects with what the hub or the network said. */
  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.socket.connected) return resolve();
      this.socket.once("connect", resolve);
      this.socket.once("connect_error", reject);
      // Cut between the connection and the hub's word on it, Socket.IO says it here alone; what the
      // hub said itself comes right behind.
      this.socket.io.once("close", () =>
        setTimeout(() => reject(new Error("the connection was closed")), WORD_WITHIN_MS),
      );
      return undefined;
    });
  }

  /** Resolves when the connection has ended. */
  disconnected(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.disconnected && !this.socket.active) return resolve();
      this.socket.once("disconnect", () => resolve());
      return undefined;
    });
  }

  ask(event: string, message: unknown): Promise<Ack> {
    return this.socket.timeout(ANSWER_WITHIN_MS).emitWithAck(event, message) as Promise<Ack>;
  }

  /** Says hello. @throws when the hub does not welcome it */
  async hello(
    view: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<z.infer<typeof WelcomeSchema>> {
    await this.connected();
    const ack = await this.ask("hello", { view, ...more });
    if (!ack.ok) throw new Error(`not welcome: ${ack.error.code}`);
    return ack.data as z.infer<typeof WelcomeSchema>;
  }

  /** Sends a command under a fresh id, or the one given. */
  send(type: string, payload: unknown, id = newTestId()): Promise<Ack> {
    return this.ask("command", { id, type, payload });
  }

  /**
   * Sends a message as text past the client's own encoder, which can't write what an attacker can.
   *
   * @param json the arguments, as JSON text of an array
   */
  askRaw(json: string): Promise<Ack> {
    const id = 900_000 + this.#raw++;
    const answer = new Promise<Ack>((resolve) => {
      this.socket.io.on("packet", (packet) => {
        const { id: answered, data } = packet as { id?: number; data: readonly Ack[] };
        if (answered === id && data[0] !== undefined) resolve(data[0]);
      });
    });
    this.socket.io.engine.write(`2${id}${json}`);
    return answer;
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** A fresh command id. */
export function newTestId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** The data of an answer. @throws when it is a refusal */
export function dataOf(ack: Ack): Readonly<Record<string, unknown>> {
  if (!ack.ok) throw new Error(`refused: ${ack.error.code} ${ack.error.message}`);
  return ack.data as Readonly<Record<string, unknown>>;
}

/** The code of a refusal, or `null` for a success. */
export function codeOf(ack: Ack): string | null {
  return ack.ok ? null : ack.error.code;
}
