import type { SerialConnection, SerialEvents, SerialTransport } from "../driver/SerialTransport.ts";

/** Stands in for one serial line: it is there or not, and sends what the test says. */
export class FakeSerialTransport implements SerialTransport {
  isPlugged = true;
  #events: SerialEvents | null = null;

  /** Sends bytes; nobody hears them when the line is not open. */
  send(bytes: Uint8Array): void {
    this.#events?.onBytes(bytes);
  }

  /** Pulls the cable. */
  unplug(): void {
    this.isPlugged = false;
    const events = this.#events;
    this.#events = null;
    events?.onLost("device disconnected");
  }

  open(events: SerialEvents): Promise<SerialConnection> {
    if (!this.isPlugged) return Promise.reject(new Error("No such file or directory"));
    this.#events = events;
    return Promise.resolve({
      close: () => {
        this.#events = null;
        return Promise.resolve();
      },
    });
  }
}
