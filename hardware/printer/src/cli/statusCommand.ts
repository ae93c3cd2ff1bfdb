import type { PrinterAddress } from "../parsePrinterAddress.ts";
import type { PrinterStatus } from "../TicketPrinter.ts";
import { openPrinter } from "./openPrinter.ts";

const WORDS: Readonly<Record<PrinterStatus["state"], string>> = {
  ready: "It takes tickets.",
  paper_low: "It takes tickets; the paper ends soon.",
  paper_out: "The paper is out.",
  cover_open: "The cover is open.",
  offline: "It does not print.",
  unknown: "It was reached and does not answer; a one-way cable never does.",
};
const CAUSES: Readonly<Record<NonNullable<PrinterStatus["cause"]>, string>> = {
  unreachable: "It cannot be reached: cable, power, address, permission.",
  not_a_printer: "Something else answers there: look at the port, 9100 on most printers.",
  cutter_jam: "The cutter is jammed: clear it, then luot-printer recover.",
  recovers_itself: "It is too hot or the like; wait.",
  unrecoverable: "Switch it off and on.",
  unnamed: "It did not say why.",
};

/**
 * Asks a printer how it is and prints the answer.
 *
 * @returns the exit code: 0 when it takes tickets, 1 when it does not or does not say
 */
export async function statusCommand(
  address: PrinterAddress,
  options: { readonly isJson: boolean; readonly recovers: boolean },
): Promise<number> {
  const printer = openPrinter(address);
  try {
    if (options.recovers) await printer.recover();
    const { state, cause } = await printer.statusWithCause();
    const words = `${state}  ${WORDS[state]} ${cause === null ? "" : CAUSES[cause]}`.trimEnd();
    process.stdout.write(`${options.isJson ? JSON.stringify({ state, cause }) : words}\n`);
    return state === "ready" || state === "paper_low" ? 0 : 1;
  } finally {
    await printer.close();
  }
}
