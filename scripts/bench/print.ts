import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { encodeTicket, PRINTER_PROFILES, type Raster, renderTicket } from "@luot/printer";
import { createVirtualPrinter } from "@luot/simulators";
import { benchTicket } from "./benchTicket.ts";
import { median, percentile } from "./figures.ts";
import { issuePayload, openHall } from "./hall.ts";
import type { KioskWish } from "./kioskWorker.ts";

const KIOSKS = 10;
const TICKETS_EACH = 20;
/** Each kiosk gives a number every three seconds, out of step: a hall in its busiest quarter hour. */
const EVERY_MS = 3_000;
const PICTURES = 12;
const profile = PRINTER_PROFILES["generic-80"];

/**
 * Printing: from the tap to the job's first byte with ten kiosks, each with a printer of its own;
 * and what a ticket costs to make, against the image path of the escpos library.
 */
export async function measurePrint(
  runs: number,
  say: (line: string) => void,
): Promise<{ PrintTap: number; PrintMake: number; PrintBytes: number }> {
  const taps: number[] = [];
  const makes: number[] = [];
  let bytes = 0;
  for (let run = 1; run <= runs; run++) {
    const waits = await tapToFirstByte();
    const cost = makeTickets();
    taps.push(percentile(waits, 0.99));
    makes.push(cost.ours.ms / cost.theirs.ms);
    bytes = cost.ours.bytes / cost.theirs.bytes;
    say(
      `  run ${run}: tap to first byte p50 ${percentile(waits, 0.5).toFixed(1)} p99 ${percentile(waits, 0.99).toFixed(1)} ms; ` +
        `a ticket ${cost.ours.ms.toFixed(1)} ms and ${cost.ours.bytes} bytes, by the library's images ${cost.theirs.ms.toFixed(1)} ms and ${cost.theirs.bytes} bytes`,
    );
  }
  return { PrintTap: median(taps), PrintMake: median(makes), PrintBytes: bytes };
}

async function tapToFirstByte(): Promise<readonly number[]> {
  const hall = await openHall();
  const printers = await Promise.all(
    Array.from({ length: KIOSKS }, () =>
      createVirtualPrinter({ port: 0, host: "127.0.0.1", keep: 1 }),
    ),
  );
  const waits = await Promise.all(
    printers.map(({ port }, at) =>
      runKiosk({
        url: hall.hub.url,
        token: hall.prepared.kiosks[0] ?? "",
        printerPort: port,
        payload: { ...issuePayload(hall, at), print: true },
        tickets: TICKETS_EACH,
        everyMs: EVERY_MS,
        firstAfterMs: (at * EVERY_MS) / KIOSKS,
      }),
    ),
  );
  for (const printer of printers) {
    printer.assertClean();
    await printer.close();
  }
  await hall.close();
  return waits.flat();
}

function runKiosk(wish: KioskWish): Promise<readonly number[]> {
  const worker = new Worker(new URL("./kioskWorker.ts", import.meta.url), { workerData: wish });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

interface Cost {
  readonly ms: number;
  readonly bytes: number;
}

/** The same pictures made twice: packed by us, and by the library's own image class. */
function makeTickets(): { readonly ours: Cost; readonly theirs: Cost } {
  return {
    ours: costOf((raster) => encodeTicket(raster, profile)),
    theirs: costOf(encodeByLibrary),
  };
}

function costOf(encode: (raster: Raster) => Uint8Array): Cost {
  const times: number[] = [];
  let bytes = 0;
  for (let at = 0; at < PICTURES; at++) {
    const startedAt = performance.now();
    bytes = encode(renderTicket(benchTicket(`A${100 + at}`), profile)).length;
    times.push(performance.now() - startedAt);
  }
  return { ms: median(times), bytes };
}

/** The parts of the library that the product does without; it has no types. */
interface Library {
  readonly Printer: new (
    adapter: object,
  ) => {
    readonly buffer: { flush(): Uint8Array };
    raster(image: object): unknown;
    hardware(command: "init"): unknown;
    cut(isPartial: boolean, lines: number): unknown;
  };
  readonly Image: new (pixels: {
    readonly data: Uint8Array;
    readonly shape: readonly number[];
  }) => object;
}

function encodeByLibrary({ widthDots, heightDots, data }: Raster): Uint8Array {
  const library = createRequire(import.meta.url)("escpos") as Library;
  const rgba = new Uint8Array(widthDots * heightDots * 4).fill(255);
  for (let dot = 0; dot < widthDots * heightDots; dot++)
    if (((data[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0) rgba.fill(0, dot * 4, dot * 4 + 3);
  const printer = new library.Printer({});
  printer.hardware("init");
  printer.raster(new library.Image({ data: rgba, shape: [widthDots, heightDots, 4] }));
  printer.cut(true, 3);
  return printer.buffer.flush();
}
