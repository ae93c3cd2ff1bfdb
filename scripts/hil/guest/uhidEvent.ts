import { Buffer } from "node:buffer";

/** A HID device as the kernel is to see it. */
export interface HidIdentity {
  readonly name: string;
  readonly serialNumber: string;
  readonly vendorId: number;
  readonly productId: number;
  /** The report descriptor. */
  readonly descriptor: Uint8Array;
}

/** What the kernel asks of a virtual device, as far as we answer. */
export type UhidRequest =
  | { readonly kind: "get-report"; readonly id: number }
  | { readonly kind: "set-report"; readonly id: number; readonly report: Uint8Array }
  | { readonly kind: "other" };

// Linux, include/uapi/linux/uhid.h: `struct uhid_event`, packed, little-endian.
const INPUT2 = 12;
const CREATE2 = 11;
const GET_REPORT = 9;
const GET_REPORT_REPLY = 10;
const SET_REPORT = 13;
const SET_REPORT_REPLY = 14;
const BUS_USB = 3;
const EIO = 5;
const NAME_BYTES = 128;
const UNIQ_BYTES = 64;
const MAX_DATA_BYTES = 4096;

/** Bytes of a whole event: the type and the largest of its kinds, `uhid_create2_req`. */
export const UHID_EVENT_BYTES = 4_376;

/**
 * The event that makes a device. Pure.
 *
 * @throws RangeError when a text or the descriptor does not fit
 */
export function uhidCreate(device: HidIdentity): Buffer {
  const event = Buffer.alloc(UHID_EVENT_BYTES);
  event.writeUInt32LE(CREATE2, 0);
  writeText(event, device.name, { at: 4, bytes: NAME_BYTES });
  writeText(event, device.serialNumber, { at: 196, bytes: UNIQ_BYTES });
  if (device.descriptor.length > MAX_DATA_BYTES) throw new RangeError("descriptor too long");
  event.writeUInt16LE(device.descriptor.length, 260);
  event.writeUInt16LE(BUS_USB, 262);
  event.writeUInt32LE(device.vendorId, 264);
  event.writeUInt32LE(device.productId, 268);
  event.set(device.descriptor, 280);
  return event;
}

/**
 * The event by which a device sends a report. Pure.
 *
 * @throws RangeError when the report is longer than the kernel takes
 */
export function uhidInput(report: Uint8Array): Buffer {
  if (report.length > MAX_DATA_BYTES) throw new RangeError("report too long");
  const event = Buffer.alloc(6 + report.length);
  event.writeUInt32LE(INPUT2, 0);
  event.writeUInt16LE(report.length, 4);
  event.set(report, 6);
  return event;
}

/** Reads what the kernel asks. Pure. */
export function parseUhidRequest(event: Buffer): UhidRequest {
  if (event.length < 8) return { kind: "other" };
  const type = event.readUInt32LE(0);
  if (type === GET_REPORT) return { kind: "get-report", id: event.readUInt32LE(4) };
  if (type === SET_REPORT && event.length >= 12) {
    const end = 12 + event.readUInt16LE(10);
    return {
      kind: "set-report",
      id: event.readUInt32LE(4),
      report: Uint8Array.from(event.subarray(12, end)),
    };
  }
  return { kind: "other" };
}

/**
 * The answer to a request: a setting is taken, a question is refused, for a scanner has nothing to
 * tell. Unanswered, the kernel waits five seconds. Pure.
 *
 * @returns `null` when the kernel expects no answer
 */
export function uhidAnswer(request: UhidRequest): Buffer | null {
  if (request.kind === "other") return null;
  const isSetting = request.kind === "set-report";
  const event = Buffer.alloc(12);
  event.writeUInt32LE(isSetting ? SET_REPORT_REPLY : GET_REPORT_REPLY, 0);
  event.writeUInt32LE(request.id, 4);
  event.writeUInt16LE(isSetting ? 0 : EIO, 8);
  return event;
}

function writeText(
  event: Buffer,
  text: string,
  { at, bytes }: { readonly at: number; readonly bytes: number },
): void {
  // The last byte stays NUL: the kernel reads up to it.
  if (Buffer.byteLength(text) >= bytes) throw new RangeError(`too long: ${text}`);
  event.write(text, at);
}
