import { Buffer } from "node:buffer";
import { setTimeout as delay } from "node:timers/promises";
import { silentLogger } from "@luot/kit";
import { describe, expect, it } from "vitest";
import { TransportError } from "./ByteTransport.ts";
import { EscPosPrinter } from "./EscPosPrinter.ts";
import vectors from "./fixtures/escpos-vectors.json" with { type: "json" };
import { PRINTER_PROFILES, type PrinterProfile } from "./printerProfiles.ts";
import { type FakeBehaviour, FakeTransport } from "./testing/FakeTransport.ts";
import type { PrinterState, PrintJob } from "./TicketPrinter.ts";

const BYTES = Uint8Array.of(0x1b, 0x40, 0x1d, 0x56, 0x42, 3);
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex");

function aPrinter(
  profile: PrinterProfile,
  transport = new FakeTransport(),
  statusTimeoutMs = 30,
): { printer: EscPosPrinter; transport: FakeTransport } {
  const timeouts = { statusTimeoutMs, completionTimeoutMs: 30 };
  return {
    printer: new EscPosPrinter(transport, { profile, ...timeouts, log: silentLogger }),
    transport,
  };
}
const aJob = (id: string, bytes: Uint8Array): PrintJob => ({
  id,
  bytes,
  beforeFirstByte: () => undefined,
});
const failToKeep = (): never => {
  throw new Error("the disk is full");
};
const epson: PrinterProfile = PRINTER_PROFILES["epson-tm-t20"];
const clone: PrinterProfile = PRINTER_PROFILES["generic-80"];

describe.each([epson, clone])("a job on $name", (profile) => {
  it.each<[FakeBehaviour, string]>([
    ["paper-out", "not_sent"],
    ["unplugged", "not_sent"],
    ["silent", "unknown"],
    ["hangs", "unknown"],
  ])("on a printer that %s is %s, and the next one prints", async (behaviour, outcome) => {
    const { printer, transport } = aPrinter(profile);
    transport.behaviour = behaviour;
    expect(await printer.print(aJob("A001", BYTES))).toBe(outcome);
    expect(transport.jobs.length).toBe(outcome === "not_sent" ? 0 : 1);
    transport.behaviour = "prints";
    expect(await printer.print(aJob("A002", BYTES))).toBe("confirmed");
    expect(transport.jobs.length).toBe(outcome === "not_sent" ? 1 : 2);
  });

  it("is sent once, in the order asked", async () => {
    const { printer, transport } = aPrinter(profile);
    const jobs = ["A001", "A002", "A003"].map((id, i) => printer.print(aJob(id, Uint8Array.of(i))));
    expect(await Promise.all(jobs)).toEqual(["confirmed", "confirmed", "confirmed"]);
    expect(transport.jobs.map((job) => job[0])).toEqual([0, 1, 2]);
  });
});

describe("EscPosPrinter", () => {
  it.each<[FakeBehaviour, readonly string[]]>([
    ["prints", ["kept, 0 jobs sent"]],
    ["paper-out", []],
    ["unplugged", []],
  ])(
    "[I12] on a printer that %s tells right before the first byte, or never",
    async (how, told) => {
      const { printer, transport } = aPrinter(epson);
      transport.behaviour = how;
      const heard: string[] = [];
      const beforeFirstByte = (): void =>
        void heard.push(`kept, ${transport.jobs.length} jobs sent`);
      await printer.print({ ...aJob("A001", BYTES), beforeFirstByte });
      expect(heard).toEqual(told);
    },
  );

  it("[I12] sends nothing of a job that could not be kept, and goes on with the next", async () => {
    const { printer, transport } = aPrinter(epson);
    const job = { ...aJob("A001", BYTES), beforeFirstByte: failToKeep };
    await expect(printer.print(job)).rejects.toThrow("full");
    expect(transport.jobs).toEqual([]);
    expect(await printer.print(aJob("A002", BYTES))).toBe("confirmed");
  });

  it("[I12] takes the sensor's word from a model that should know ids and does not", async () => {
    const { printer, transport } = aPrinter(epson);
    transport.knowsProcessIds = false;
    expect(await printer.print(aJob("A001", BYTES))).toBe("confirmed");
    expect(await printer.print(aJob("A002", BYTES))).toBe("confirmed");
  });

  it("gives a slow cable the time that it takes, and a silent printer no more", async () => {
    const slow = aPrinter({ ...clone, slowestMsPerByte: 20 });
    slow.transport.behaviour = "silent";
    const outcome = slow.printer.print(aJob("A001", BYTES));
    await delay(60); // beyond the time-out of a fast one
    slow.transport.say(0x00);
    expect(await outcome).toBe("confirmed");
  });

  it("holds the link while it waits for a word, and no longer", async () => {
    const { printer, transport } = aPrinter(epson);
    transport.behaviour = "silent";
    const outcome = printer.print(aJob("A001", BYTES));
    await expect.poll(() => transport.jobs.length, { interval: 1 }).toBe(1);
    expect(transport.holds).toBe(1);
    await outcome;
    await printer.status();
    expect(transport.holds).toBe(0);
  });

  it("has the printer forget what it holds", async () => {
    const { printer, transport } = aPrinter(epson);
    await printer.clearBuffer();
    expect(transport.cleared).toBe(1);
  });

  it("tells it to go on after an error that was mended", async () => {
    const { printer, transport } = aPrinter(epson);
    await printer.recover();
    expect([transport.recovered, transport.cleared]).toEqual([1, 0]);
  });

  it("says why it is offline, and logs it once", async () => {
    const warnings: unknown[] = [];
    const log = { ...silentLogger, warn: (...said: unknown[]) => void warnings.push(said) };
    const transport = new FakeTransport();
    const options = { profile: epson, statusTimeoutMs: 30, completionTimeoutMs: 30, log };
    const printer = new EscPosPrinter(transport, options);
    transport.behaviour = "cutter-jam";
    const jam = { state: "offline", cause: "cutter_jam" };
    expect([await printer.statusWithCause(), await printer.statusWithCause()]).toEqual([jam, jam]);
    expect(warnings).toEqual([["printer offline", { cause: "cutter_jam" }]]);
    expect(await printer.print(aJob("A001", BYTES))).toBe("not_sent");
  });

  it("asks nothing of a one-way cable, and can say nothing of its papers", async () => {
    const { printer, transport } = aPrinter(epson);
    transport.isOneWay = true;
    await printer.recover();
    await printer.clearBuffer();
    expect(await printer.status()).toBe("unknown");
    expect(await printer.print(aJob("A001", BYTES))).toBe("unknown");
    expect(transport.jobs.map(hex)).toEqual([hex(BYTES)]);
    expect(transport.recovered + transport.cleared).toBe(0);
    transport.behaviour = "unplugged";
    expect(await printer.print(aJob("A002", BYTES))).toBe("not_sent");
    expect(await printer.status()).toBe("offline");
  });

  it("begins no job before the one before it has its outcome", async () => {
    const { printer, transport } = aPrinter(epson);
    transport.behaviour = "silent";
    const first = printer.print(aJob("A001", BYTES));
    const second = printer.print(aJob("A002", BYTES));
    expect(await first).toBe("unknown");
    expect(transport.jobs.length).toBe(1);
    expect(await second).toBe("unknown");
    expect(transport.jobs.length).toBe(2);
  });

  it.each(vectors.processId)("asks for $id after the cut by the golden bytes", async (vector) => {
    const { printer, transport } = aPrinter(epson);
    expect(await printer.print(aJob(vector.id, BYTES))).toBe("confirmed");
    expect(hex(transport.jobs[0])).toBe(`${hex(BYTES)}${vector.command}1d7201`);
  });

  it("does not take another job's word for its own", async () => {
    const { printer, transport } = aPrinter(epson);
    transport.behaviour = "silent";
    const outcome = printer.print(aJob("A002", BYTES));
    await expect.poll(() => transport.jobs.length, { interval: 1 }).toBe(1);
    transport.say(0x37, 0x22, ...Buffer.from("A001"), 0);
    expect(await outcome).toBe("unknown");
  });

  it("does not take the late answer to an earlier job for its own", async () => {
    const { printer, transport } = aPrinter(clone, new FakeTransport(), 10_000);
    transport.behaviour = "silent";
    expect(await printer.print(aJob("A001", BYTES))).toBe("unknown");
    const second = printer.print(aJob("A002", BYTES));
    await delay(10);
    expect(transport.jobs.length).toBe(1); // it waits for what is owed
    transport.say(0x00); // A001 is out at last
    expect(await second).toBe("unknown");
    expect(transport.jobs.length).toBe(2);
  });

  it("cannot confirm where the printer has no way to say so", async () => {
    const { printer, transport } = aPrinter({ ...clone, completion: "none" });
    expect(await printer.print(aJob("A001", BYTES))).toBe("unknown");
    expect(hex(transport.jobs[0])).toBe(hex(BYTES));
  });

  it("calls a write that failed part-way unknown, and one that never began not sent", async () => {
    for (const hasWritten of [true, false]) {
      const transport = new FakeTransport();
      const write = transport.write.bind(transport);
      transport.write = async (bytes, signal) => {
        if (bytes[0] !== 0x10) throw new TransportError("cable", hasWritten);
        return write(bytes, signal);
      };
      const outcome = await aPrinter(clone, transport).printer.print(aJob("A001", BYTES));
      expect(outcome).toBe(hasWritten ? "unknown" : "not_sent");
    }
  });

  it("reports each change of state once", async () => {
    const { printer, transport } = aPrinter(clone);
    const states: PrinterState[] = [];
    const stop = printer.onState((state) => states.push(state));
    for (const behaviour of ["prints", "prints", "paper-out", "unplugged", "prints"] as const) {
      transport.behaviour = behaviour;
      await printer.status();
    }
    transport.say(0x30, 0, 0, 0); // unasked: the cover was opened
    stop();
    transport.say(0x10, 0, 0, 0);
    expect(states).toEqual(["ready", "paper_out", "offline", "ready", "cover_open"]);
  });

  it("drops the link of a printer that does not answer, for a late answer would mislead", async () => {
    const transport = new FakeTransport();
    transport.write = async () => undefined;
    const { printer } = aPrinter(clone, transport);
    expect(await printer.status()).toBe("unknown");
    expect(transport.closings).toBe(1);
    expect(await printer.print(aJob("A001", BYTES))).toBe("not_sent");
  });

  it("finishes what was asked before it closes, and takes nothing after", async () => {
    const { printer, transport } = aPrinter(clone);
    const first = printer.print(aJob("A001", BYTES));
    await printer.close();
    expect(await first).toBe("confirmed");
    expect(await printer.print(aJob("A002", BYTES))).toBe("not_sent");
    expect(transport.jobs.length).toBe(1);
  });

  it("refuses an id that the printer could not send back", () => {
    const { printer } = aPrinter(epson);
    expect(() => printer.print(aJob("Đ001", BYTES))).toThrow(/ASCII/);
  });
});
