import type { DevicePart } from "@luot/contract";
import type { Alarms } from "./Alarms.ts";

/** What the devices last said of their parts. Not kept: a device says it again when it connects. */
export class DeviceHealth {
  readonly #alarms: Alarms;
  readonly #parts = new Map<string, readonly DevicePart[]>();

  constructor(alarms: Alarms) {
    this.#alarms = alarms;
  }

  /** Notes how a device is, and raises or ends the alarms about it. */
  note(
    device: { readonly id: string; readonly name: string },
    state: "ready" | "degraded" | "lost",
    parts: readonly DevicePart[],
  ): void {
    this.#parts.set(device.id, parts);
    // The state stands first and has no slash; a device's name may have one.
    const isOwn = (subject: string): boolean => subject.replace(/^[^/]*\//, "") === device.name;
    this.#alarms.clearWhere("device_printer", isOwn);
    const printer = parts.find(({ name }) => name === "printer");
    if (printer !== undefined && printer.state !== "ready")
      this.#alarms.raise("device_printer", `${printer.printer ?? "unknown"}/${device.name}`);
    // A printer has its own words; the rest is the device's.
    const isOnlyPrinter = parts.every((part) => part.state === "ready" || part === printer);
    if (state === "ready" || (isOnlyPrinter && printer !== undefined && printer.state !== "ready"))
      this.#alarms.clear(`device_lost:${device.name}`);
    else this.#alarms.raise("device_lost", device.name);
  }

  /** The parts of a device, empty when it said nothing yet. */
  partsOf(deviceId: string): readonly DevicePart[] {
    return this.#parts.get(deviceId) ?? [];
  }
}
