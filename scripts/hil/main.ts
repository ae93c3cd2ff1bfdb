import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runMain, UserError } from "../lib/bootstrap.mjs";
import { stopOnSignals } from "../lib/stopSignal.mjs";
import type { GuestEntry } from "./cpio.ts";
import { type GuestEnd, runGuest } from "./emulator.ts";
import { GUEST_ROOT } from "./guestFiles.ts";
import { writeInitrd } from "./initrd.ts";
import { provideKernel } from "./kernel.ts";
import { HIL_HELP, type HilOptions, parseHilOptions } from "./options.ts";
import { CannotRunHere, ensurePackages } from "./packages.ts";
import { type GuestMessage, judgeGuest, parseGuestLine } from "./report.ts";
import { ticketBytes } from "./ticketBytes.ts";
import { TICKET_FILE } from "./ticketFile.ts";

/** The guest ends itself first, and says so; the emulator is ended when it could not. */
const GUEST_LIMIT_S = 240;
const LIMIT_MS = 300_000;
const CONSOLE_TAIL_LINES = 25;

async function main(): Promise<number> {
  const parsed = parseHilOptions(process.argv.slice(2));
  if (parsed.kind === "help") {
    console.log(HIL_HELP);
    return 0;
  }
  if (parsed.kind === "wrong") {
    console.error(`${parsed.message}\n\n${HIL_HELP}`);
    return 2;
  }
  // Watching the parent too: whoever ends the command in whatever way ends the emulator.
  const stop = stopOnSignals({ isStartedByNpm: true });
  try {
    return await prove(parsed.options, stop);
  } catch (error) {
    if (!(error instanceof CannotRunHere)) throw error;
    console.error(`\n${error.message}`);
    return 3;
  }
}

async function prove(options: HilOptions, stop: AbortSignal): Promise<number> {
  await ensurePackages(console.log);
  const kernel = await provideKernel(options.isUsb ? "full" : "cloud", console.log);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "luot-hil-"));
  try {
    const startedAtMs = Date.now();
    const seconds = (): string => ((Date.now() - startedAtMs) / 1000).toFixed(1);
    const initrdFile = path.join(folder, "initrd.cpio");
    const { isUsb } = options;
    const extra = isUsb ? [ticketEntry()] : [];
    writeInitrd(initrdFile, { kernel, isUsb, guestLimitS: GUEST_LIMIT_S, extra });
    console.log(`Booting ${kernel.name} in QEMU (first file system made in ${seconds()} s) …`);
    const messages: GuestMessage[] = [];
    const consoleFile = path.join(folder, "console.txt");
    const end = await runGuest({
      imageFile: kernel.imageFile,
      initrdFile,
      consoleFile,
      limitMs: LIMIT_MS,
      stop,
      onLine: (line) => hear(line, messages, seconds),
    });
    return conclude(end, messages, { consoleFile, seconds: seconds() });
  } finally {
    if (options.isKept) console.log(`Left behind: ${folder}`);
    else fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A ticket as we print it, drawn here: an emulated processor would take long for it. */
function ticketEntry(): GuestEntry {
  const path = `${GUEST_ROOT}/${TICKET_FILE}`;
  return { kind: "file", path, data: ticketBytes(), isExecutable: false };
}

function hear(line: string, messages: GuestMessage[], seconds: () => string): void {
  const message = parseGuestLine(line);
  if (message === null) {
    console.log(`  guest: ${line.trimEnd()}`);
    return;
  }
  messages.push(message);
  if (message.kind === "plan")
    console.log(`${message.checks.length} checks; the guest is up after ${seconds()} s`);
  if (message.kind === "check")
    console.log(`  ${message.isOk ? "ok  " : "FAIL"} ${message.name}: ${message.detail}`);
}

function conclude(
  end: GuestEnd,
  messages: readonly GuestMessage[],
  run: { readonly consoleFile: string; readonly seconds: string },
): number {
  if (end.kind === "stopped") {
    console.log("Stopped.");
    return 1;
  }
  if (end.kind === "failed") throw new UserError(`QEMU failed, ${end.message}`);
  const verdict = judgeGuest(messages);
  const faults = [
    ...verdict.faults,
    ...(end.kind === "timeout" ? [`ended by force after ${LIMIT_MS / 1000} s`] : []),
  ];
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) {
    console.log("The last messages of the guest's kernel:");
    const text = fs.existsSync(run.consoleFile) ? fs.readFileSync(run.consoleFile, "utf8") : "";
    for (const line of text.trimEnd().split(/\r?\n/).slice(-CONSOLE_TAIL_LINES))
      console.log(`  ${line}`);
  }
  console.log(`${verdict.proved} proved, ${faults.length} failed, in ${run.seconds} s`);
  return faults.length === 0 ? 0 : 1;
}

await runMain(main);
