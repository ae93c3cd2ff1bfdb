import type { Logger } from "@luot/kit";
import { createTransport } from "../createTransport.ts";
import { EscPosPrinter } from "../EscPosPrinter.ts";
import type { PrinterAddress } from "../parsePrinterAddress.ts";
import { PRINTER_PROFILES } from "../printerProfiles.ts";

const STATUS_TIMEOUT_MS = 2_000;
const COMPLETION_TIMEOUT_MS = 10_000;

const warn: Logger["warn"] = (message, fields) => {
  const cause = fields?.["cause"];
  const why = cause instanceof Error ? rootOf(cause).message : JSON.stringify(fields ?? {});
  process.stderr.write(`${message}: ${why}\n`);
};
const log: Logger = { debug: () => undefined, info: () => undefined, warn, error: warn };

/** The printer at an address, with what goes wrong on standard error. */
export function openPrinter(address: PrinterAddress): EscPosPrinter {
  return new EscPosPrinter(createTransport(address), {
    profile: PRINTER_PROFILES[address.profile],
    statusTimeoutMs: STATUS_TIMEOUT_MS,
    completionTimeoutMs: COMPLETION_TIMEOUT_MS,
    log,
  });
}

/** What the system said is at the bottom: "permission denied" helps, "cannot open" does not. */
function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
