import type { DevicePart, PrinterState } from "@luot/contract";
import type { ScannerHealth } from "@luot/scanner";

/** How the devices are that this kiosk is meant to have; `null` for one that it is not. */
export interface DevicesSeen {
  readonly printer: PrinterState | null;
  readonly scanner: ScannerHealth | null;
}

/** What somebody has to come for, and what can wait. A printer that says nothing may well print. */
const PRINTER_STATES: Readonly<Record<PrinterState, DevicePart["state"]>> = {
  ready: "ready",
  unknown: "ready",
  paper_low: "degraded",
  paper_out: "lost",
  cover_open: "lost",
  offline: "lost",
};

/** The parts of this kiosk as the hub is told of them. Pure. */
export function deviceParts({ printer, scanner }: DevicesSeen): readonly DevicePart[] {
  return [
    ...(printer === null
      ? []
      : [{ name: "printer" as const, state: PRINTER_STATES[printer], printer }]),
    ...(scanner === null ? [] : [{ name: "scanner" as const, state: scanner }]),
  ];
}

/** The state of the whole: that of the worst part. Pure. */
export function worstOf(parts: readonly DevicePart[]): DevicePart["state"] {
  const states = new Set(parts.map(({ state }) => state));
  return states.has("lost") ? "lost" : states.has("degraded") ? "degraded" : "ready";
}
