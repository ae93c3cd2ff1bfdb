import { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createEscPosParser } from "../parser/createEscPosParser.ts";
import type { PrintEngine, PrintSession } from "./PrintEngine.ts";

/** A slow printer reads in pieces of about this long. */
const SLICE_MS = 20;

/**
 * Lets a computer's cable into the printer, with the faults of the printer's condition on the way:
 * bytes that are lost, read slowly or cut off, and replies that come late, twice or in disorder.
 *
 * @param cutAll pulls the cables of all computers
 */
export function serveCable(socket: Socket, engine: PrintEngine, cutAll: () => void): void {
  const cable = new Cable(socket, engine, cutAll);
  // A computer that goes away is no fault of the printer; what it sent is printed.
  socket.on("error", () => undefined);
  socket.once("close", () => cable.end());
  socket.on("data", (chunk) => cable.arrive(chunk));
}

class Cable {
  readonly #socket: Socket;
  readonly #engine: PrintEngine;
  readonly #cutAll: () => void;
  readonly #session: PrintSession;
  readonly #parser = createEscPosParser();
  #waiting: Uint8Array[] = [];
  #isReading = false;
  /** Replies to the piece of the stream that is being taken; `null` between pieces. */
  #replies: Uint8Array[] | null = null;

  constructor(socket: Socket, engine: PrintEngine, cutAll: () => void) {
    this.#socket = socket;
    this.#engine = engine;
    this.#cutAll = cutAll;
    this.#session = engine.connect((bytes) => {
      if (this.#replies === null) this.#send([bytes]);
      else this.#replies.push(bytes);
    });
  }

  arrive(chunk: Uint8Array): void {
    this.#waiting.push(chunk);
    if (!this.#isReading) void this.#read();
  }

  end(): void {
    this.#session.end();
  }

  /** Never rejects: neither the delay nor the engine throws for what a computer sends. */
  async #read(): Promise<void> {
    this.#isReading = true;
    /** When the bytes that were taken would all have been read, on the clock of this reading. */
    let dueAt = performance.now();
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { msPerByte } = this.#engine.condition;
      const slice = msPerByte === 0 ? next.length : Math.max(1, Math.floor(SLICE_MS / msPerByte));
      const length = Math.min(slice, next.length);
      if (length < next.length) this.#waiting.unshift(next.subarray(length));
      // A timer that came late does not make the printer slower than it is.
      dueAt += length * msPerByte;
      const waitMs = dueAt - performance.now();
      if (msPerByte > 0) {
        // What is not read stays in the cable, and at last with the computer.
        this.#socket.pause();
        if (waitMs > 0) await delay(waitMs, undefined, { ref: false });
      }
      this.#take(next.subarray(0, length));
    }
    this.#isReading = false;
    this.#socket.resume();
  }

  #take(chunk: Uint8Array): void {
    const left = this.#engine.condition.dropAfterBytes;
    const isCut = left !== null && chunk.length >= left;
    if (left !== null)
      this.#engine.setCondition({ dropAfterBytes: isCut ? null : left - chunk.length });
    const arrived = this.#withoutLoss(left === null ? chunk : chunk.subarray(0, left));
    this.#replies = [];
    for (const command of this.#parser.push(arrived)) this.#session.receive(command);
    this.#send(this.#replies);
    this.#replies = null;
    if (isCut) this.#cutAll();
  }

  #withoutLoss(chunk: Uint8Array): Uint8Array {
    const { loss } = this.#engine.condition;
    if (loss === null) return chunk;
    const from = Math.min(loss.afterBytes, chunk.length);
    const to = Math.min(from + loss.bytes, chunk.length);
    const bytes = loss.bytes - (to - from);
    const afterBytes = loss.afterBytes - from;
    this.#engine.setCondition({ loss: bytes === 0 ? null : { afterBytes, bytes } });
    return Buffer.concat([chunk.subarray(0, from), chunk.subarray(to)]);
  }

  #send(replies: readonly Uint8Array[]): void {
    const { replies: how, replyDelayMs } = this.#engine.condition;
    if (replies.length === 0) return;
    const said = how === "reversed" ? replies.toReversed() : replies;
    const bytes = Buffer.concat(how === "twice" ? said.flatMap((reply) => [reply, reply]) : said);
    const write = (): void => void (this.#socket.writable && this.#socket.write(bytes));
    if (replyDelayMs === 0) write();
    else setTimeout(write, replyDelayMs).unref();
  }
}
