import { Buffer } from "node:buffer";
import type { HidIdentity } from "./uhidEvent.ts";

/**
 * Report descriptor of a HID POS scanner: input report 2 of 64 bytes on usage page 0x8C (HID Point
 * of Sale Usage Tables 1.02; the bytes as in the Access-IS LSR118 manual, appendix B).
 */
export const HID_POS_DESCRIPTOR = Buffer.from(
  "058c0902a1010912a1028502150026ff00750895010501093b8102058c950309fb09fc09fd8102953809fe8202019501" +
    "0666ff0904810209008102058c09ff7501950115002501810295078103c0c0",
  "hex",
);

/** Report descriptor of a keyboard (USB HID 1.11, appendix B.1). */
const KEYBOARD_DESCRIPTOR = Buffer.from(
  "05010906a101050719e029e71500250175019508810295017508810195057501050819012905910295017503910195" +
    "067508150025650507190029658100c0",
  "hex",
);

/** A scanner of no vendor's; the ids are pid.codes' for tests. */
export const PLAIN_SCANNER: HidIdentity = {
  name: "HIL Scanner",
  serialNumber: "HIL-0001",
  vendorId: 0x1209,
  productId: 0x0009,
  descriptor: HID_POS_DESCRIPTOR,
};

/** One that wants a feature report before it scans. */
export const HONEYWELL_SCANNER: HidIdentity = {
  ...PLAIN_SCANNER,
  name: "HIL Honeywell",
  serialNumber: "HIL-0002",
  vendorId: 0x0c2e,
};

/** What the driver must leave alone; by its product id uhid's list has it before the scanner. */
export const KEYBOARD: HidIdentity = {
  name: "HIL Keyboard",
  serialNumber: "HIL-0003",
  vendorId: 0x1209,
  productId: 0x0001,
  descriptor: KEYBOARD_DESCRIPTOR,
};
