import type { DeviceStart, LinkPort } from "@luot/contract";
import { createHubClient, type HubClient, serveHub, type ServedHub } from "@luot/hub-client";
import type { Clock, Logger } from "@luot/kit";
import { DEFAULT_TEMPLATE, parsePrinterAddress } from "@luot/printer";
import { type KioskBook, openKioskBook } from "@luot/store";
import type { DevicesSeen } from "./health/deviceParts.ts";
import { HealthTeller } from "./health/HealthTeller.ts";
import { createOfflineHub } from "./offline/createOfflineHub.ts";
import { createNoPrinter } from "./printing/createNoPrinter.ts";
import { createOwnPrinter } from "./printing/createOwnPrinter.ts";
import type { OwnPrinter } from "./printing/OwnPrinter.ts";
import { ScanReader } from "./scanning/ScanReader.ts";

/** What the devices are opened with. */
export interface KioskDevicesOptions {
  readonly start: DeviceStart;
  /** The way to the screen. */
  readonly screen: LinkPort;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A paper may be half out; longer than this nobody waits for it. */
const PAPER_WITHIN_MS = 5_000;

/** All that a kiosk has besides its screen, put together and taken apart again. */
export class KioskDevices {
  readonly #book: KioskBook;
  readonly #hub: HubClient<"kiosk">;
  readonly #printer: OwnPrinter;
  readonly #served: ServedHub;
  readonly #scans: ScanReader | null;
  readonly #health: HealthTeller;

  private constructor({ start, screen, clock, log }: KioskDevicesOptions, opened: Opened) {
    const { book, hub, printer } = opened;
    this.#book = book;
    this.#hub = hub;
    this.#printer = printer;
    this.#served = serveHub(hub, screen, log);
    const hasPrinter = start.printer !== null;
    this.#health = new HealthTeller({ hub, look: () => this.#look(hasPrinter) });
    printer.onState(() => this.#health.look());
    this.#scans =
      start.scanner === null
        ? null
        : new ScanReader({
            address: start.scanner,
            clock,
            log,
            onScan: this.#served.tellScan,
            onHealth: () => this.#health.look(),
          });
  }

  /**
   * Opens the book, the printer, the scanner and the connection to the hub.
   *
   * @throws StoreError when the book can't be had; a device that is not there is no reason to throw
   */
  static async open(options: KioskDevicesOptions): Promise<KioskDevices> {
    const { start, clock, log } = options;
    const url = start.hubUrl;
    const book = openKioskBook(start.folder, { clock, log });
    if (start.printer === null)
      log.warn(
        "this kiosk has no printer: numbers stay on the screen; name one by --printer=ADDRESS",
      );
    const printer = await openPrinter({ address: start.printer, url, book, clock, log });
    const connection = createHubClient({
      kind: "kiosk",
      url,
      tokens: book.tokens,
      pairAs: { role: "kiosk" },
      series: book.series,
    });
    const hub = createOfflineHub({ hub: connection, book, printer, clock, log });
    return new KioskDevices(options, { book, hub, printer });
  }

  /** Lets the paper in hand finish, and closes all of it. */
  async close(): Promise<void> {
    this.#health.close();
    this.#served.close();
    this.#hub.close();
    await Promise.race([
      Promise.all([this.#printer.close(), this.#scans?.close()]),
      new Promise((resolve) => setTimeout(resolve, PAPER_WITHIN_MS)),
    ]);
    this.#book.close();
  }

  #look(hasPrinter: boolean): DevicesSeen {
    return {
      // One whose address makes no sense is there for nobody.
      printer: hasPrinter ? (this.#printer.state() ?? "offline") : null,
      scanner: this.#scans?.health ?? null,
    };
  }
}

interface Opened {
  readonly book: KioskBook;
  readonly hub: HubClient<"kiosk">;
  readonly printer: OwnPrinter;
}

interface PrinterWish {
  /** As it was typed; `null` for a kiosk without. */
  readonly address: string | null;
  readonly url: string;
  readonly book: KioskBook;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The kiosk's own printer. An address that names none is noted, and there is no printer then. */
async function openPrinter({ address, url, book, clock, log }: PrinterWish): Promise<OwnPrinter> {
  if (address === null) return createNoPrinter(book, clock);
  const parsed = parsePrinterAddress(address);
  if (!parsed.ok) {
    log.error("the printer's address makes no sense", { why: parsed.error });
    return createNoPrinter(book, clock);
  }
  const phoneUrl = (token: string): string => `${url}/p/${token}`;
  const template = DEFAULT_TEMPLATE;
  return createOwnPrinter({ address: parsed.value, template, book, clock, log, phoneUrl });
}
