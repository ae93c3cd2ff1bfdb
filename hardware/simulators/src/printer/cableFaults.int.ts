import { Buffer } from "node:buffer";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createVirtualPrinter, type VirtualPrinter } from "../createVirtualPrinter.ts";
import type { PrinterCondition } from "./PrinterCondition.ts";

/** Two rows of 16 dots, two blank rows, the cut. */
const TICKET = "1b401d76300002000200ff0081001b4a021d564203";
const PROCESS_ID = "1d28480600303041303137";
const SENSOR = "1d7201";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function aPrinter(
  condition: Partial<PrinterCondition>,
): Promise<{ printer: VirtualPrinter; cable: Socket; heard: () => string }> {
  const printer = await createVirtualPrinter({ port: 0, host: "127.0.0.1" });
  closers.push(() => printer.close());
  printer.setCondition(condition);
  const cable = connect({ port: printer.port, host: "127.0.0.1" });
  closers.push(() => cable.destroy());
  let heard = "";
  cable.on("data", (bytes) => void (heard += bytes.toString("hex")));
  cable.on("error", () => undefined); // a cable that is cut
  await once(cable, "connect");
  return { printer, cable, heard: () => heard };
}
const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");

describe("the cable of a virtual printer", () => {
  it("brings each reply twice when it is told to", async () => {
    const { cable, heard } = await aPrinter({ replies: "twice" });
    cable.write(bytes(`${TICKET}${PROCESS_ID}${SENSOR}`));
    await expect.poll(heard).toBe(`${"37224130313700".repeat(2)}0000`);
  });

  it("brings replies in the wrong order when it is told to", async () => {
    const { cable, heard } = await aPrinter({ replies: "reversed" });
    cable.write(bytes(`${TICKET}${PROCESS_ID}${SENSOR}`));
    await expect.poll(heard).toBe("0037224130313700");
  });

  it("keeps a reply back for as long as it is told to, and prints meanwhile", async () => {
    const { printer, cable, heard } = await aPrinter({ replyDelayMs: 600_000 });
    cable.write(bytes(`${TICKET}${SENSOR}`));
    await expect.poll(() => printer.papers.length).toBe(1);
    printer.setCondition({ replyDelayMs: 1 });
    cable.write(bytes(`${TICKET}${PROCESS_ID}`));
    await expect.poll(heard).toBe("37224130313700");
  });

  it("loses a stretch of the stream once, and the paper shows it", async () => {
    const { printer, cable, heard } = await aPrinter({ loss: { afterBytes: 10, bytes: 3 } });
    cable.write(bytes(TICKET).subarray(0, 11));
    await expect.poll(() => printer.condition.loss).toEqual({ afterBytes: 0, bytes: 2 });
    cable.write(bytes(TICKET).subarray(11));
    cable.write(bytes(`${TICKET}${SENSOR}`));
    // The raster eats what follows it, as it does on paper.
    await expect.poll(() => printer.papers.length).toBeGreaterThan(0);
    expect(printer.condition.loss).toBeNull();
    await expect.poll(heard).toBe("00");
    const rows = printer.papers[0]?.raster.data;
    expect([...(rows?.subarray(0, 2) ?? [])]).not.toEqual([0xff, 0x00]);
  });

  it("takes a ticket byte by byte when it is slow, and the ticket is whole", async () => {
    const { printer, cable, heard } = await aPrinter({ msPerByte: 2 });
    cable.write(bytes(`${TICKET}${SENSOR}`));
    await expect.poll(heard, { timeout: 10_000 }).toBe("00");
    expect(printer.papers.map(({ raster }) => raster.heightDots)).toEqual([4]);
    printer.assertClean();
  });

  it("leaves with the computer what a slow printer has not read", async () => {
    const { cable } = await aPrinter({ msPerByte: 20 });
    const drained = vi.fn<() => void>();
    cable.once("drain", drained);
    cable.write(Buffer.alloc(1 << 24, 0x0a)); // more than a cable holds
    await delay(300);
    expect(drained).not.toHaveBeenCalled();
  });

  it("opens its cover in the middle of a ticket and goes on when it is closed", async () => {
    const { printer, cable } = await aPrinter({ coverRowsLeft: 1 });
    cable.write(bytes(TICKET));
    await expect.poll(() => printer.uncutRows).toBe(1);
    expect(printer.condition).toMatchObject({ cover: "open", coverRowsLeft: null });
    printer.setCondition({ cover: "closed" });
    expect([printer.papers.length, printer.papers[0]?.raster.heightDots]).toEqual([1, 4]);
  });

  it("answers as a clone what clones answer, and nothing else", async () => {
    const { cable, heard } = await aPrinter({ isClone: true });
    cable.write(bytes(`100401100402100403100404${TICKET}${PROCESS_ID}${SENSOR}`));
    await expect.poll(heard).toBe("121200");
  });
});
