import { Buffer } from "node:buffer";
import fs from "node:fs";
import { promisify } from "node:util";
import { openNonBlocking, readNow } from "./nonBlocking.ts";
import {
  type HidIdentity,
  parseUhidRequest,
  UHID_EVENT_BYTES,
  uhidAnswer,
  uhidCreate,
  uhidInput,
} from "./uhidEvent.ts";
import type { VirtualScanner } from "./VirtualScanner.ts";

/** How often the kernel's questions are looked at; a driver waits for the answer. */
const LOOK_EVERY_MS = 5;

const write = promisify(fs.write);

/** A HID device that only the kernel's uhid driver knows to be none. Plugged in when made. */
export class UhidDevice implements VirtualScanner {
  /** Feature reports that a driver has set, with their ids as byte 0. */
  readonly settings: Uint8Array[] = [];
  readonly #file: number;
  readonly #timer: NodeJS.Timeout;
  readonly #event = Buffer.alloc(UHID_EVENT_BYTES);

  constructor(identity: HidIdentity) {
    // Not blocking: a read that waits could never be ended, and `unplug` would wait for it.
    this.#file = openNonBlocking("/dev/uhid");
    fs.writeSync(this.#file, uhidCreate(identity));
    this.#timer = setInterval(() => this.#answer(), LOOK_EVERY_MS);
  }

  /** Sends reports one behind the other, as fast as the kernel takes them. */
  async send(reports: readonly Uint8Array[]): Promise<void> {
    // Not in one blocking loop: the reader would get no turn on the guest's one processor.
    for (const report of reports) await write(this.#file, uhidInput(report));
  }

  /** Pulls the plug: the kernel takes the device away at once. */
  async unplug(): Promise<void> {
    clearInterval(this.#timer);
    fs.closeSync(this.#file);
  }

  #answer(): void {
    for (
      let length = readNow(this.#file, this.#event);
      length > 0;
      length = readNow(this.#file, this.#event)
    ) {
      const request = parseUhidRequest(this.#event.subarray(0, length));
      if (request.kind === "set-report") this.settings.push(request.report);
      const answer = uhidAnswer(request);
      if (answer !== null) fs.writeSync(this.#file, answer);
    }
  }
}
