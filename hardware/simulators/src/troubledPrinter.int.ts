import { silentLogger } from "@luot/kit";
import {
  createTcpTransport,
  encodeTicket,
  EscPosPrinter,
  PRINTER_PROFILES,
  type PrinterProfile,
  type PrintJob,
  type Raster,
} from "@luot/printer";
import { afterEach, describe, expect, it } from "vitest";
import { createVirtualPrinter, type VirtualPrinter } from "./createVirtualPrinter.ts";
import type { PrinterCondition } from "./printer/PrinterCondition.ts";

/** The whole picture is black: no row of it may be left out. */
const PICTURE: Raster = {
  widthDots: 576,
  heightDots: 100,
  data: new Uint8Array(72 * 100).fill(0xff),
};
const clone: PrinterProfile = { ...PRINTER_PROFILES["generic-80"], slowestMsPerByte: 0 };
/** As an Epson that counts dots, so that its paper is the picture. */
const epson: PrinterProfile = { ...clone, completion: "process-id" };
/** Long enough for a printer on a busy machine. */
const PATIENT_MS = 20_000;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const job = (id: string): PrintJob => ({
  id,
  bytes: encodeTicket(PICTURE, clone),
  beforeFirstByte: () => undefined,
});

async function aBench(
  condition: Partial<PrinterCondition>,
  profile: PrinterProfile,
  completionTimeoutMs: number,
): Promise<{ virtual: VirtualPrinter; driver: EscPosPrinter }> {
  const virtual = await createVirtualPrinter({ port: 0, host: "127.0.0.1" });
  virtual.setCondition(condition);
  const transport = createTcpTransport({
    host: "127.0.0.1",
    port: virtual.port,
    connectTimeoutMs: 3_000,
    stallTimeoutMs: 10_000,
    idleCloseMs: 150, // a link that is waited on is not idle, however long the printer prints
  });
  const timeouts = { statusTimeoutMs: 500, completionTimeoutMs };
  const driver = new EscPosPrinter(transport, { profile, ...timeouts, log: silentLogger });
  closers.push(
    () => virtual.close(),
    () => driver.close(),
  );
  return { virtual, driver };
}

const whole = (virtual: VirtualPrinter): boolean =>
  virtual.papers.every(({ raster }) => Buffer.from(raster.data).equals(Buffer.from(PICTURE.data)));

describe.each([
  ["a clone", clone],
  ["an Epson", epson],
])("a ticket on %s", (_, profile) => {
  it("is confirmed by a slow printer whose cable is known to be slow", async () => {
    const slow = { ...profile, slowestMsPerByte: 1 };
    const { virtual, driver } = await aBench({ msPerByte: 0.1 }, slow, 300);
    expect(await driver.print(job("A017"))).toBe("confirmed");
    expect([virtual.papers.length, whole(virtual)]).toEqual([1, true]);
  });

  it("is in doubt when the printer is slower than any cable, and comes out once", async () => {
    const { virtual, driver } = await aBench({}, profile, 100);
    expect(await driver.status()).toBe("ready");
    virtual.setCondition({ msPerByte: 0.1 });
    expect(await driver.print(job("A017"))).toBe("unknown");
    virtual.setCondition({ msPerByte: 0 });
    await expect.poll(() => virtual.papers.length, { timeout: PATIENT_MS }).toBe(1);
    expect(whole(virtual)).toBe(true);
  });

  it.each(["twice", "reversed"] as const)(
    "is confirmed by answers that come %s, and so is the next",
    async (replies) => {
      const { virtual, driver } = await aBench({ replies }, profile, PATIENT_MS);
      for (const id of ["A017", "A018", "A019"])
        expect(await driver.print(job(id))).toBe("confirmed");
      expect([virtual.papers.length, whole(virtual)]).toEqual([3, true]);
    },
  );

  it("is confirmed by answers that come late", async () => {
    const { virtual, driver } = await aBench({ replyDelayMs: 50 }, profile, PATIENT_MS);
    expect(await driver.print(job("A017"))).toBe("confirmed");
    expect(virtual.papers.length).toBe(1);
  });

  it("is not taken for printed by the late answer to the one before", async () => {
    const { virtual, driver } = await aBench({}, profile, 200);
    const stop = virtual.onPaper(() => virtual.setCondition({ replyDelayMs: 300 }));
    expect(await driver.print(job("A017"))).toBe("unknown");
    stop();
    virtual.setCondition({ isSilent: true, replyDelayMs: 0 });
    expect(await driver.print(job("A018"))).toBe("not_sent");
    virtual.setCondition({ isSilent: false });
    expect(await driver.print(job("A018"))).toBe("confirmed");
    expect(virtual.papers.length).toBe(2);
  });

  it("is in doubt when half of it is lost, and the next one prints", async () => {
    const loss = { afterBytes: 3_000, bytes: 3_000 };
    const { virtual, driver } = await aBench({ loss }, profile, 300);
    expect(await driver.print(job("A017"))).toBe("unknown");
    expect(virtual.papers.length).toBe(0);
    // The printer takes questions for dots until its link is dropped.
    expect(await driver.print(job("A018"))).toBe("confirmed");
    expect(virtual.papers.length).toBe(1);
  });

  it("is in doubt when the cover opens under it, and comes out once it is closed", async () => {
    const { virtual, driver } = await aBench({ coverRowsLeft: 40 }, profile, 200);
    expect(await driver.print(job("A017"))).toBe("unknown");
    expect(await driver.status()).toBe("cover_open");
    expect(await driver.print(job("A018"))).toBe("not_sent");
    virtual.setCondition({ cover: "closed" });
    expect([virtual.papers.length, whole(virtual)]).toEqual([1, true]);
  });

  it("is forgotten when the buffer is cleared before its copy is printed", async () => {
    const { virtual, driver } = await aBench({ paperRowsLeft: 40 }, profile, 200);
    expect(await driver.print(job("A017"))).toBe("unknown");
    await driver.clearBuffer();
    expect(await driver.status()).toBe("paper_out"); // nothing answers a clearing: this comes after it
    virtual.setCondition({ paper: "ok" });
    expect(virtual.papers.length).toBe(0);
    expect(await driver.print(job("A018"))).toBe("confirmed");
    expect(virtual.papers.map(({ raster }) => raster.heightDots)).toEqual([140]);
  });

  it("waits for a person and an order to go on when the cutter is jammed", async () => {
    const { virtual, driver } = await aBench({ cutter: "error" }, profile, 200);
    expect(await driver.print(job("A017"))).toBe("not_sent");
    expect(await driver.statusWithCause()).toEqual({ state: "offline", cause: "cutter_jam" });
    await driver.recover();
    expect(await driver.print(job("A017"))).toBe("confirmed");
    expect(virtual.papers.length).toBe(1);
  });
});

describe("a model that should know process ids", () => {
  it("is believed by its sensor when it turns out to be a clone", async () => {
    const { virtual, driver } = await aBench({ isClone: true }, epson, PATIENT_MS);
    expect(await driver.print(job("A017"))).toBe("confirmed");
    virtual.setCondition({ cover: "open" });
    // It does not say why it stands still: offline, and no fault of the link.
    expect(await driver.statusWithCause()).toEqual({ state: "offline", cause: "unnamed" });
    virtual.setCondition({ cover: "closed" });
    expect(await driver.print(job("A018"))).toBe("confirmed");
    expect([virtual.papers.length, whole(virtual)]).toEqual([2, true]);
  });
});
