import { SerialPort } from "serialport";
import { reasonOf } from "../driver/reasonOf.ts";
import type { SerialConnection, SerialEvents, SerialTransport } from "../driver/SerialTransport.ts";

export interface SerialTransportOptions {
  /** `/dev/ttyACM0`, `COM3`. */
  readonly path: string;
  /** Bits a second; what a scanner over USB is told has no effect. */
  readonly baudRate: number;
}

/** A serial line as the system lists it. */
export interface SerialLine {
  readonly path: string;
  /** USB vendor and product id in four hex digits; empty when the line is not over USB. */
  readonly vendorId: string;
  readonly productId: string;
  readonly manufacturer: string;
}

/** What `serialport` tells of a line. Its own types lead through a package lint cannot see. */
interface ListedLine {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly manufacturer?: string | undefined;
}

/** One serial line of this machine, 8N1, by `serialport`. Nobody else can open it meanwhile. */
export function createSerialTransport(options: SerialTransportOptions): SerialTransport {
  return { open: (events) => open(options, events) };
}

/** Lists the serial lines of this machine. */
export async function listSerialLines(): Promise<readonly SerialLine[]> {
  const lines: readonly ListedLine[] = await SerialPort.list();
  return lines.map((line) => ({
    path: line.path,
    vendorId: (line.vendorId ?? "").toLowerCase(),
    productId: (line.productId ?? "").toLowerCase(),
    manufacturer: line.manufacturer ?? "",
  }));
}

async function open(
  options: SerialTransportOptions,
  events: SerialEvents,
): Promise<SerialConnection> {
  const port = new SerialPort({ ...options, autoOpen: false });
  port.on("data", (bytes: Uint8Array) => events.onBytes(bytes));
  port.on("error", (cause) => events.onLost(cause.message));
  port.on("close", (cause: unknown) =>
    events.onLost(cause instanceof Error ? reasonOf(cause) : "the serial line was closed"),
  );
  await settled((done) => port.open(done));
  return {
    // A line that went away is closed already, and to close it again would be an error.
    close: () => (port.isOpen ? settled((done) => port.close(done)) : Promise.resolve()),
  };
}

/** Makes a promise of a call that ends with an error or with nothing. */
async function settled(call: (done: (error?: Error | null) => void) => void): Promise<void> {
  const ended = Promise.withResolvers<void>();
  call((error) => {
    if (error instanceof Error) ended.reject(error);
    else ended.resolve();
  });
  return ended.promise;
}
