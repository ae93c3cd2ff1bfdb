import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type ByteTransport, TransportError } from "../ByteTransport.ts";

export interface DeviceFileTransportOptions {
  /** e.g. a udev link to `/dev/usb/lp1`; never `lp0` by name, the number changes. */
  readonly path: string;
  /** A printer that takes no byte for so long has stalled, ms. */
  readonly stallTimeoutMs: number;
}

/** How long a full printer is left alone before the next try, and how often it is listened to. */
const PAUSE_MS = 20;
/** A printer's word is short; more at once is read in turns. */
const READ_BYTES = 256;
/** What the system calls "not now"; everything else is a broken link. */
const NOT_NOW = new Set(["EAGAIN", "EWOULDBLOCK"]);

/**
 * A printer on a device file of Linux (`usblp`). Opened without blocking: a blocking write would
 * hold one of the few threads of the process for as long as the printer stalls. Opened by the first
 * write and again after the cable was out.
 */
export function createDeviceFileTransport(options: DeviceFileTransportOptions): ByteTransport {
  return new DeviceFileTransport(options);
}

class DeviceFileTransport implements ByteTransport {
  readonly isOneWay = false;
  readonly #options: DeviceFileTransportOptions;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #file: FileHandle | null = null;
  /** Ends when the reading of the present file has. */
  #reading: Promise<void> = Promise.resolve();

  constructor(options: DeviceFileTransportOptions) {
    this.#options = options;
  }

  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const file = this.#file ?? (await this.#open());
    let written = 0;
    let takenAt = performance.now();
    while (written < bytes.length) {
      if (signal.aborted) return this.#fail("aborted", written, undefined);
      const taken = await this.#writeSome(file, bytes.subarray(written), written);
      written += taken;
      if (taken > 0) takenAt = performance.now();
      else if (performance.now() - takenAt > this.#options.stallTimeoutMs)
        return this.#fail("the printer takes nothing", written, undefined);
      else await delay(PAUSE_MS);
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
    const file = this.#file;
    this.#file = null;
    await this.#reading;
    await file?.close();
  }

  async #open(): Promise<FileHandle> {
    try {
      const file = await open(this.#options.path, constants.O_RDWR | constants.O_NONBLOCK);
      this.#file = file;
      this.#reading = this.#read(file);
      return file;
    } catch (cause) {
      throw new TransportError(`cannot open ${this.#options.path}`, false, { cause });
    }
  }

  /** @returns how many bytes the system took, 0 when it takes none now */
  async #writeSome(file: FileHandle, bytes: Uint8Array, before: number): Promise<number> {
    try {
      return (await file.write(bytes, 0, bytes.length)).bytesWritten;
    } catch (cause) {
      if (isNotNow(cause)) return 0;
      return this.#fail("the link broke during a write", before, cause);
    }
  }

  async #fail(why: string, written: number, cause: unknown): Promise<never> {
    await this.close();
    throw new TransportError(why, written > 0, { cause });
  }

  /** Listens until the file is given up. */
  async #read(file: FileHandle): Promise<void> {
    const buffer = new Uint8Array(READ_BYTES);
    while (this.#file === file) {
      try {
        const { bytesRead } = await file.read(buffer, 0, READ_BYTES);
        const heard = buffer.slice(0, bytesRead);
        if (bytesRead > 0) for (const listener of this.#listeners) listener(heard);
        else await delay(PAUSE_MS);
      } catch (cause) {
        // A broken link is told by the next write; nobody waits for a word of it meanwhile.
        if (!isNotNow(cause)) return;
        await delay(PAUSE_MS);
      }
    }
  }
}

function isNotNow(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && NOT_NOW.has(String(cause.code));
}
