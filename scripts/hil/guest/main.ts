// Runs inside the emulated machine, as its only program.
import { formatGuestMessage } from "../report.ts";
import { PLAIN_SCANNER } from "./hidDevices.ts";
import { runChecks } from "./runChecks.ts";
import { scannerChecks } from "./scannerChecks.ts";
import { setUpCheck } from "./setUpCheck.ts";
import { UhidDevice } from "./UhidDevice.ts";

const checks = [...scannerChecks("uhid", async () => new UhidDevice(PLAIN_SCANNER)), setUpCheck];
await runChecks(checks, (message) => console.log(formatGuestMessage(message)));
process.exit(0); // a check that failed may have left a device plugged in, which holds the process
