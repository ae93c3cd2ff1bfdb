import { silentLogger } from "@luot/kit";
import { expect, it } from "vitest";
import { EscPosPrinter } from "./EscPosPrinter.ts";
import { PRINTER_PROFILES, type PrinterProfile } from "./printerProfiles.ts";
import { FakeTransport } from "./testing/FakeTransport.ts";
import type { PrintJob } from "./TicketPrinter.ts";

const PATIENT_MS = 60_000;
const SENSOR_OK = 0x00;

const aJob = (id: string): PrintJob => ({
  id,
  bytes: Uint8Array.of(0x1b, 0x40),
  beforeFirstByte: () => undefined,
});

function aPrinter(profile: PrinterProfile, completionTimeoutMs = PATIENT_MS, log = silentLogger) {
  const transport = new FakeTransport();
  const options = { profile, statusTimeoutMs: 20, completionTimeoutMs };
  const printer = new EscPosPrinter(transport, { ...options, log });
  const late: string[] = [];
  printer.onLateConfirmation((jobId) => late.push(jobId));
  return { printer, transport, late };
}

/** Sends a job whose paper runs out on the way. */
async function runOut(profile: PrinterProfile) {
  const { printer, transport, late } = aPrinter(profile);
  transport.behaviour = "silent";
  const outcome = printer.print(aJob("A001"));
  await expect.poll(() => transport.jobs.length).toBe(1);
  transport.behaviour = "paper-out";
  return { printer, transport, late, outcome: await outcome };
}

const clone: PrinterProfile = PRINTER_PROFILES["generic-80"];
const epson: PrinterProfile = PRINTER_PROFILES["epson-tm-t20"];

it("[I12] a job whose paper runs out is in doubt at once, not after its whole time", async () => {
  const { printer, transport, outcome } = await runOut(clone);
  expect(outcome).toBe("unknown");
  expect(await printer.status()).toBe("paper_out");
  expect(await printer.print(aJob("A002"))).toBe("not_sent");
  expect(transport.jobs).toHaveLength(1);
});

it.each([
  ["sensor", clone, [SENSOR_OK]],
  ["process id", epson, [0x37, 0x22, ...Buffer.from("A001"), 0]],
] as const)("a paper in doubt is confirmed by a late %s, once", async (_name, profile, word) => {
  const { printer, transport, late } = await runOut(profile);
  transport.behaviour = "prints";
  transport.say(...word);
  expect(late).toEqual(["A001"]);
  expect(await printer.print(aJob("A002"))).toBe("confirmed");
  expect(new Set(late)).toEqual(new Set(["A001"]));
});

it("a job that is merely slow is waited for, however often the printer says that it prints", async () => {
  const { printer, transport, late } = aPrinter(clone);
  transport.behaviour = "silent";
  const outcome = printer.print(aJob("A001"));
  await new Promise((wait) => setTimeout(wait, 120)); // several questions, all well
  transport.say(SENSOR_OK);
  expect(await outcome).toBe("confirmed");
  expect(late).toEqual([]);
});

it("a printer that has the whole job and falls silent is not given the time of a slow cable", async () => {
  const { printer, transport } = aPrinter({ ...clone, slowestMsPerByte: PATIENT_MS }, 60);
  transport.behaviour = "silent";
  expect(await printer.print(aJob("A001"))).toBe("unknown");
});

it.each([
  ["unreachable", "unreachable"],
  ["web-server", "not_a_printer"],
] as const)(
  "an address that is %s is offline, told so once, and gets no job",
  async (how, cause) => {
    const complaints: string[] = [];
    const log = { ...silentLogger, warn: (message: string) => complaints.push(message) };
    const { printer, transport } = aPrinter(clone, PATIENT_MS, log);
    transport.behaviour = how;
    expect(await printer.statusWithCause()).toEqual({ state: "offline", cause });
    const once = complaints.length;
    await printer.status();
    expect(complaints).toHaveLength(once);
    expect(await printer.print(aJob("A001"))).toBe("not_sent");
    expect(transport.jobs).toEqual([]);
    transport.behaviour = "prints";
    expect(await printer.print(aJob("A002"))).toBe("confirmed");
  },
);
