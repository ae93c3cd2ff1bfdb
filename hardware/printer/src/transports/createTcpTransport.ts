import { connect, type Socket } from "node:net";
import { type ByteTransport, TransportError } from "../ByteTransport.ts";

export interface TcpTransportOptions {
  readonly host: string;
  /** 9100 by custom. */
  readonly port: number;
  readonly connectTimeoutMs: number;
  /** A printer that takes nothing for so long has stalled. One that is slow goes on. */
  readonly stallTimeoutMs: number;
  /** Many printers take one connection at a time, so an idle one is given back. */
  readonly idleCloseMs: number;
}

/** Small enough to see that a slow printer goes on. */
const PIECE_BYTES = 4_096;

/**
 * A printer on the network. The link is opened by the first write and again whenever it was lost;
 * nothing written on a lost link is written again.
 */
export function createTcpTransport(options: TcpTransportOptions): ByteTransport {
  return new TcpTransport(options);
}

class TcpTransport implements ByteTransport {
  readonly isOneWay = false;
  readonly #options: TcpTransportOptions;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #link: Socket | null = null;
  #holds = 0;

  constructor(options: TcpTransportOptions) {
    this.#options = options;
  }

  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const link = this.#link?.writable === true ? this.#link : await this.#open(signal);
    await this.#flush(link, bytes, signal);
  }

  onData(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  hold(): () => void {
    this.#holds++;
    return () => {
      this.#holds--;
      this.#link?.setTimeout(this.#options.idleCloseMs); // the pause begins anew
    };
  }

  async close(): Promise<void> {
    const link = this.#link;
    this.#link = null;
    if (link === null || link.destroyed) return;
    const closed = Promise.withResolvers<void>();
    link.once("close", () => closed.resolve());
    link.destroySoon();
    await closed.promise;
  }

  async #open(signal: AbortSignal): Promise<Socket> {
    const { host, port, connectTimeoutMs } = this.#options;
    const opened = Promise.withResolvers<void>();
    const link = connect({ host, port, noDelay: true });
    const giveUp = (why: string): void => void link.destroy(new Error(why));
    const timer = setTimeout(() => giveUp("connect timed out"), connectTimeoutMs);
    const abort = (): void => giveUp("aborted");
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
    link.once("connect", () => opened.resolve());
    // Stays for the life of the link: an error between writes only means that the link is gone.
    link.on("error", (cause) => opened.reject(cause));
    link.on("close", () => this.#forget(link));
    link.on("data", (bytes) => this.#receive(link, bytes));
    link.on("timeout", () => this.#closeIdle(link));
    link.setTimeout(this.#options.idleCloseMs);
    try {
      await opened.promise;
    } catch (cause) {
      throw new TransportError(`no connection to ${host}:${port}`, false, { cause });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
    this.#link = link;
    return link;
  }

  async #flush(link: Socket, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw new TransportError("aborted", false);
    const abort = (): void => void link.destroy(new Error("aborted"));
    signal.addEventListener("abort", abort, { once: true });
    try {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES)
        await this.#flushPiece(link, bytes.subarray(at, at + PIECE_BYTES));
    } catch (cause) {
      throw new TransportError("the connection broke during a write", true, { cause });
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  async #flushPiece(link: Socket, piece: Uint8Array): Promise<void> {
    const flushed = Promise.withResolvers<void>();
    // A job that is stuck half-way is cut off: what is left of it must not come out later.
    const giveUp = (): void => void link.destroy(new Error("write timed out"));
    const timer = setTimeout(giveUp, this.#options.stallTimeoutMs);
    link.write(piece, (cause) => {
      if (cause === undefined || cause === null) flushed.resolve();
      else flushed.reject(cause);
    });
    await flushed.promise.finally(() => clearTimeout(timer));
  }

  #receive(link: Socket, bytes: Uint8Array): void {
    if (link !== this.#link) return; // said on a link that was given up
    for (const listener of this.#listeners) listener(bytes);
  }

  #closeIdle(link: Socket): void {
    if (this.#holds > 0) return;
    this.#forget(link);
    link.destroySoon();
  }

  #forget(link: Socket): void {
    if (this.#link === link) this.#link = null;
  }
}
