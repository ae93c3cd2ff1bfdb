import { describeGadgetScanner, GadgetScanner } from "./GadgetScanner.ts";
import { printerChecks } from "./printerChecks.ts";
import type { Check } from "./runChecks.ts";
import { scannerChecks } from "./scannerChecks.ts";

/** What needs the full kernel's USB and the printer's driver. */
export function usbChecks(): Check[] {
  const scanner = describeGadgetScanner();
  return [...scannerChecks("usbhid", async () => new GadgetScanner(scanner)), ...printerChecks()];
}
