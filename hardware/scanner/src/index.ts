export { cleanScan, type RawScan } from "./codec/cleanScan.ts";
export { createHidPosDecoder, type HidPosDecoder } from "./codec/createHidPosDecoder.ts";
export {
  createKeyboardDecoder,
  type KeyboardDecoder,
  type KeyboardDecoderOptions,
} from "./codec/createKeyboardDecoder.ts";
export {
  createLineSplitter,
  type LineSplitter,
  type LineSplitterOptions,
} from "./codec/createLineSplitter.ts";
export {
  createWedgeDecoder,
  type WedgeDecoder,
  type WedgeDecoderOptions,
  type WedgeKey,
} from "./codec/createWedgeDecoder.ts";
export {
  HID_POS_PROFILES,
  type HidPosProfile,
  type HidPosProfileName,
  isHidPosProfileName,
} from "./codec/hidPosProfiles.ts";
export { createScanner, type ScannerDeps } from "./createScanner.ts";
export { createHidPosScanner, type HidPosScannerOptions } from "./driver/createHidPosScanner.ts";
export {
  createSerialScanner,
  PLAIN_LINE,
  type SerialScannerOptions,
} from "./driver/createSerialScanner.ts";
export type {
  HidConnection,
  HidDevice,
  HidEvents,
  HidTransport,
  WantedHidDevice,
} from "./driver/HidTransport.ts";
export type { SerialConnection, SerialEvents, SerialTransport } from "./driver/SerialTransport.ts";
export { parseScannerAddress, type ScannerAddress } from "./parseScannerAddress.ts";
export {
  type EndKey,
  type KeyboardScan,
  MAX_SCAN_BYTES,
  type Scan,
  type ScanCounts,
  type ScanOutcome,
  type ScanRefusal,
} from "./Scan.ts";
export type { RefusedScan, Scanner, ScannerHealth } from "./Scanner.ts";
export { createNodeHidTransport } from "./transports/createNodeHidTransport.ts";
export { createReportStreamTransport } from "./transports/createReportStreamTransport.ts";
export { createSerialTransport } from "./transports/createSerialTransport.ts";
