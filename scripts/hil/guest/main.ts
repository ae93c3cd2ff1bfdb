// Runs inside the emulated machine, as its only program. With --usb the USB gadgets' checks too.
import { formatGuestMessage } from "../report.ts";
import { PLAIN_SCANNER } from "./hidDevices.ts";
import { type Check, runChecks } from "./runChecks.ts";
import { scannerChecks } from "./scannerChecks.ts";
import { setUpCheck } from "./setUpCheck.ts";
import { UhidDevice } from "./UhidDevice.ts";

const checks: Check[] = [
  ...scannerChecks("uhid", async () => new UhidDevice(PLAIN_SCANNER)),
  setUpCheck,
];
if (process.argv.includes("--usb")) {
  // Only now: the small guest has neither the kernel's USB nor the printer's driver.
  const { usbChecks } = await import("./usbChecks.ts");
  checks.push(...usbChecks());
}
await runChecks(checks, (message) => console.log(formatGuestMessage(message)));
process.exit(0); // a check that failed may have left a device plugged in, which holds the process
