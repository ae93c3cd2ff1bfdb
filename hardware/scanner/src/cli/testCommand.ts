import { once } from "node:events";
import type { Clock, Logger } from "@luot/kit";
import type { HidPosProfile } from "../codec/hidPosProfiles.ts";
import { createScanner } from "../createScanner.ts";
import type { Scanner } from "../Scanner.ts";
import { formatScan, showScan } from "./formatScan.ts";

export interface TestOptions {
  readonly address: string;
  readonly profile: HidPosProfile | "auto";
  readonly isTextShown: boolean;
  readonly isJson: boolean;
  /** How long to run in milliseconds; `null` until the command is told to end. */
  readonly forMs: number | null;
}

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
const line = (text: string): void => void process.stderr.write(`${text}\n`);
const log: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message, fields) => line(`warning  ${message}: ${JSON.stringify(fields ?? {})}`),
  error: (message, fields) => line(`error    ${message}: ${JSON.stringify(fields ?? {})}`),
};

/**
 * Prints what a scanner reads until it is told to end (SIGINT, SIGTERM) or the time is over.
 *
 * @returns the exit code: 0 when the scanner was open at some time, 1 when it never was, 2 when
 *   the address is none
 */
export async function testCommand(options: TestOptions): Promise<number> {
  const { profile } = options;
  const made = createScanner(options.address, { profile, clock, log });
  if (!made.ok) {
    line(made.error);
    return 2;
  }
  const scanner = made.value;
  let wasOpen = false;
  scanner.onHealth((health) => {
    wasOpen ||= health !== "lost";
  });
  print(scanner, options);
  await scanner.open();
  if (!wasOpen) line('No scanner yet; waiting for one. "luot-scanner list" says what is there.');
  await told(options.forMs);
  await scanner.close();
  return wasOpen ? 0 : 1;
}

function print(scanner: Scanner, { isJson, isTextShown }: TestOptions): void {
  const write = (event: object, text: string): void =>
    void process.stdout.write(`${isJson ? JSON.stringify(event) : text}\n`);
  scanner.onHealth((health) => write({ event: "health", health }, `scanner  ${health}`));
  scanner.onRefused((refused) => {
    const aim = refused.aim === "" ? "no AIM id" : refused.aim;
    write({ event: "refused", ...refused }, `refused  ${aim}  ${refused.reason}`);
  });
  scanner.onScan((scan) => {
    const shown = showScan(scan, isTextShown);
    write(shown, formatScan(shown));
  });
}

/** Resolves when the command is told to end or its time is over. */
async function told(forMs: number | null): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const timer = forMs === null ? null : setTimeout(() => over.abort(), forMs);
  // An open socket or device keeps the process alive; while it waits for one, this does.
  const alive = setInterval(() => undefined, 60_000);
  const signals = ["SIGINT", "SIGTERM"].map((name) => once(process, name, { signal }));
  // The time being over is no fault: the wait ends by an abort.
  await Promise.race(signals).catch(() => undefined);
  over.abort();
  await Promise.allSettled(signals);
  clearInterval(alive);
  if (timer !== null) clearTimeout(timer);
}
