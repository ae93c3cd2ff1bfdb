import { assertNever } from "@luot/kit";
import type { ByteTransport } from "./ByteTransport.ts";
import type { PrinterAddress } from "./parsePrinterAddress.ts";
import { createDeviceFileTransport } from "./transports/createDeviceFileTransport.ts";
import { createSerialTransport } from "./transports/createSerialTransport.ts";
import { createSpoolerTransport } from "./transports/createSpoolerTransport.ts";
import { createTcpTransport } from "./transports/createTcpTransport.ts";

const CONNECT_TIMEOUT_MS = 3_000;
const STALL_TIMEOUT_MS = 10_000;
const IDLE_CLOSE_MS = 10_000;

/** The cable to the printer at an address, with time-outs that suit a kiosk. */
export function createTransport(address: PrinterAddress): ByteTransport {
  switch (address.kind) {
    case "tcp":
      return createTcpTransport({
        host: address.host,
        port: address.port,
        connectTimeoutMs: CONNECT_TIMEOUT_MS,
        stallTimeoutMs: STALL_TIMEOUT_MS,
        idleCloseMs: IDLE_CLOSE_MS,
      });
    case "file":
      return createDeviceFileTransport({ path: address.path, stallTimeoutMs: STALL_TIMEOUT_MS });
    case "serial":
      return createSerialTransport({ path: address.path, baudRate: address.baudRate });
    case "windows":
      return createSpoolerTransport({
        printerName: address.printerName,
        platform: process.platform,
      });
    default:
      return assertNever(address);
  }
}
