// Runs inside the emulated machine, as its only program. With --usb the USB gadgets' checks too.
import { formatGuestMessage } from "../report.ts";
import { describeGadgetScanner, GadgetScanner } from "./GadgetScanner.ts";
import { PLAIN_SCANNER } from "./hidDevices.ts";
import { printerChecks } from "./printerChecks.ts";
import { type Check, runChecks } from "./runChecks.ts";
import { scannerChecks } from "./scannerChecks.ts";
import { setUpCheck } from "./setUpCheck.ts";
import { UhidDevice } from "./UhidDevice.ts";

function usbChecks(): Check[] {
  const scanner = describeGadgetScanner();
  return [...scannerChecks("usbhid", async () => new GadgetScanner(scanner)), ...printerChecks()];
}

const checks = [
  ...scannerChecks("uhid", async () => new UhidDevice(PLAIN_SCANNER)),
  setUpCheck,
  ...(process.argv.includes("--usb") ? usbChecks() : []),
];
await runChecks(checks, (message) => console.log(formatGuestMessage(message)));
process.exit(0); // a check that failed may have left a device plugged in, which holds the process
