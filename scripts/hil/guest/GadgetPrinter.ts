import { Buffer } from "node:buffer";
import fs from "node:fs";
import { openNonBlocking, readNow, writeNow } from "./nonBlocking.ts";
import { UsbGadget } from "./UsbGadget.ts";

const DEVICE = "/dev/g_printer0";
const LOOK_EVERY_MS = 2;
/** As much as one USB transfer of the gadget holds (Linux, f_printer.c `USB_BUFSIZE`). */
const CHUNK_BYTES = 8192;
const ASK_STATUS = Buffer.from([0x10, 0x04]);
const ASK_SENSOR = Buffer.from([0x1d, 0x72, 1]);
const ASK_PROCESS_ID = Buffer.from([0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30]);
const PROCESS_ID_BYTES = 4;
const PAPER_IS_THERE = Buffer.of(0);

/** How the printer answers status question 1 and 4: bytes of ESC/POS. */
const ANSWERS = {
  ready: { 1: 0x12, 4: 0x12 },
  "paper-out": { 1: 0x12, 4: 0x72 },
} as const;

/** A receipt printer on (emulated) USB: the host writes to it through usblp. */
export class GadgetPrinter {
  /** What came, without the questions. */
  printed: Buffer = Buffer.alloc(0);
  /** All bytes that were taken. */
  takenBytes = 0;
  paper: keyof typeof ANSWERS = "ready";
  /** Whether it says that a job is done. */
  isSilent = false;
  /** It takes no more than so many bytes in all, and leaves the rest on the cable. */
  takesAtMostBytes = Number.POSITIVE_INFINITY;
  readonly #gadget: UsbGadget;
  readonly #timer: NodeJS.Timeout;
  #file: number | null = null;

  /** Plugs a described printer in. */
  constructor(gadget: UsbGadget) {
    this.#gadget = gadget;
    gadget.plug();
    this.#timer = setInterval(() => this.#take(), LOOK_EVERY_MS);
  }

  /** Whether the host has taken notice of it. */
  get isConnected(): boolean {
    return this.#file !== null;
  }

  /** Sends bytes to the host. */
  say(bytes: Uint8Array): void {
    if (this.#file === null || writeNow(this.#file, bytes) !== bytes.length)
      throw new Error("the host takes no bytes");
  }

  unplug(): void {
    clearInterval(this.#timer);
    this.#gadget.unplug();
    if (this.#file !== null) fs.closeSync(this.#file);
    this.#file = null;
  }

  #take(): void {
    this.#file ??= openWhenConnected();
    for (;;) {
      const room = Math.min(CHUNK_BYTES, this.takesAtMostBytes - this.takenBytes);
      if (this.#file === null || room <= 0) return;
      const chunk = Buffer.alloc(room);
      const length = readNow(this.#file, chunk);
      if (length === 0) return;
      this.takenBytes += length;
      this.#hear(chunk.subarray(0, length));
    }
  }

  /** The driver waits for the answer before it goes on: a question is the end of what came. */
  #hear(bytes: Buffer): void {
    if (bytes.length === 3 && bytes.subarray(0, 2).equals(ASK_STATUS)) {
      this.say(Uint8Array.of(ANSWERS[this.paper][bytes[2] === 4 ? 4 : 1]));
      return;
    }
    this.printed = Buffer.concat([this.printed, bytes]);
    if (!this.#endsWith(ASK_SENSOR, 0)) return;
    this.printed = this.printed.subarray(0, -ASK_SENSOR.length);
    const answers = [PAPER_IS_THERE];
    if (this.#endsWith(ASK_PROCESS_ID, PROCESS_ID_BYTES)) {
      const id = this.printed.subarray(-PROCESS_ID_BYTES);
      answers.unshift(Buffer.of(0x37, 0x22, ...id, 0));
      this.printed = this.printed.subarray(0, -ASK_PROCESS_ID.length - PROCESS_ID_BYTES);
    }
    if (!this.isSilent) this.say(Buffer.concat(answers));
  }

  #endsWith(bytes: Buffer, before: number): boolean {
    const end = this.printed.length - before;
    return this.printed.subarray(Math.max(0, end - bytes.length), Math.max(0, end)).equals(bytes);
  }
}

/** @returns `null` as long as the host has not chosen the device's configuration */
function openWhenConnected(): number | null {
  try {
    return openNonBlocking(DEVICE);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENODEV") return null;
    throw cause;
  }
}

/** Describes the printer to the kernel, once. */
export function describeGadgetPrinter(): UsbGadget {
  return new UsbGadget({
    name: "printer",
    port: 1,
    product: "HIL Printer",
    serialNumber: "HIL-0005",
    vendorId: 0x1209,
    productId: 0x0003,
    fn: {
      name: "printer.usb0",
      // A short queue: what a stalled printer does not take is soon felt by the driver.
      attributes: { pnp_string: "MFG:HIL;MDL:VT80;CLS:PRINTER;CMD:ESCPOS;", q_len: "2" },
    },
  });
}
