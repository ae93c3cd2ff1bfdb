import { SerialPort } from "serialport";
import { type ByteTransport, TransportError } from "../ByteTransport.ts";

export interface SerialTransportOptions {
  /** e.g. `/dev/ttyUSB0` or `COM3`. */
  readonly path: string;
  /** At least 115,200 for pictures: at 9,600 a ticket takes most of a minute. */
  readonly baudRate: number;
}

/** A printer on a serial cable, or on the virtual COM port of its maker's driver. */
export function createSerialTransport(options: SerialTransportOptions): ByteTransport {
  return new SerialTransport(options);
}

class SerialTransport implements ByteTransport {
  readonly isOneWay = false;
  readonly #options: SerialTransportOptions;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #port: SerialPort | null = null;

  constructor(options: SerialTransportOptions) {
    this.#options = options;
  }

  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const port = this.#port?.isOpen === true ? this.#port : await this.#open();
    if (signal.aborted) throw new TransportError("aborted", false);
    const sent = Promise.withResolvers<void>();
    const abort = (): void => sent.reject(new Error("aborted"));
    signal.addEventListener("abort", abort, { once: true });
    const lost = (): void => sent.reject(new Error("the port closed"));
    port.once("close", lost);
    port.write(bytes);
    // The bytes count as taken when the cable has them, not when a buffer has.
    port.drain((cause) => (isFault(cause) ? sent.reject(cause) : sent.resolve()));
    try {
      await sent.promise;
    } catch (cause) {
      await this.close();
      throw new TransportError("the serial port broke during a write", true, { cause });
    } finally {
      signal.removeEventListener("abort", abort);
      port.off("close", lost);
    }
  }

  onData(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  hold(): () => void {
    return () => undefined; // this link is never given back for idling
  }

  async close(): Promise<void> {
    const port = this.#port;
    this.#port = null;
    if (port === null || !port.isOpen) return;
    port.flush(() => undefined);
    await new Promise<void>((resolve) => port.close(() => resolve()));
  }

  async #open(): Promise<SerialPort> {
    const { path, baudRate } = this.#options;
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    // An error between writes only means that the port is gone; the next write says so.
    port.on("error", () => undefined);
    port.on("close", () => this.#forget(port));
    port.on("data", (bytes: Uint8Array) => {
      if (port === this.#port) for (const listener of this.#listeners) listener(bytes);
    });
    await new Promise<void>((resolve, reject) =>
      port.open((cause) =>
        isFault(cause)
          ? reject(new TransportError(`cannot open ${path}`, false, { cause }))
          : resolve(),
      ),
    );
    this.#port = port;
    return port;
  }

  #forget(port: SerialPort): void {
    if (this.#port === port) this.#port = null;
  }
}

function isFault(cause: Error | null | undefined): cause is Error {
  return cause !== null && cause !== undefined;
}
