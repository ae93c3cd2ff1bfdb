import { readFileSync } from "node:fs";
import { err, ok, type Result } from "@luot/kit";
import { encodeTicket, type TicketExtras } from "../escpos/encodeTicket.ts";
import { parseTicketTemplate } from "../layout/parseTicketTemplate.ts";
import type { TicketTemplate } from "../layout/TicketTemplate.ts";
import { paperMmOf } from "../paperMmOf.ts";
import type { PrinterAddress } from "../parsePrinterAddress.ts";
import { PRINTER_PROFILES } from "../printerProfiles.ts";
import { renderTicket } from "../renderTicket.ts";
import type { PrintOutcome } from "../TicketPrinter.ts";
import { openPrinter } from "./openPrinter.ts";
import { TEST_TEMPLATE, testTicket } from "./testTicket.ts";

export interface TestOptions {
  /** A centre's template; `null` for the one that shows every letter. */
  readonly templateFile: string | null;
  readonly extras: TicketExtras;
}

const WORDS: Readonly<Record<PrintOutcome, string>> = {
  confirmed: "The printer says that the ticket came out.",
  not_sent: "Nothing was sent; luot-printer status says why.",
  unknown: "The ticket was sent and the printer did not say that it came out. Look at it.",
};
const EXIT_CODES: Readonly<Record<PrintOutcome, number>> = {
  confirmed: 0,
  not_sent: 1,
  unknown: 3,
};

/**
 * Prints a test ticket.
 *
 * @returns the exit code: 0 confirmed, 1 nothing was sent, 2 the template is none, 3 it was sent and
 *   nobody knows
 */
export async function testCommand(address: PrinterAddress, options: TestOptions): Promise<number> {
  const template =
    options.templateFile === null ? ok(TEST_TEMPLATE) : readTemplate(options.templateFile);
  if (!template.ok) {
    process.stderr.write(`${options.templateFile}: ${template.error}\n`);
    return 2;
  }
  const profile = PRINTER_PROFILES[address.profile];
  const raster = renderTicket(testTicket(profile, Date.now()), profile, template.value);
  const bytes = encodeTicket(raster, profile, options.extras);
  const paperMm = Math.round(paperMmOf(raster, profile));
  process.stdout.write(`${bytes.length} bytes, ${paperMm} mm of paper, as ${profile.name}\n`);
  const printer = openPrinter(address);
  try {
    const outcome = await printer.print({ id: "TEST", bytes, beforeFirstByte: () => undefined });
    process.stdout.write(`${outcome}  ${WORDS[outcome]}\n`);
    return EXIT_CODES[outcome];
  } finally {
    await printer.close();
  }
}

function readTemplate(file: string): Result<TicketTemplate, string> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
  const template = parseTicketTemplate(value);
  return template.ok ? template : err(`${template.error.path}: ${template.error.message}`);
}
