import { Buffer } from "node:buffer";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { invariant } from "@luot/kit";
import type { HidConnection, HidEvents, HidTransport } from "../driver/HidTransport.ts";

export interface ReportStreamOptions {
  /** `127.0.0.1` or `::1`: whoever can send reports can scan, so nobody else is listened to. */
  readonly host: string;
  readonly port: number;
}

/** Bytes of one HID POS report. */
const REPORT_BYTES = 64;
const CONNECT_TIMEOUT_MS = 3000;

/**
 * A virtual scanner: a TCP server on this machine that sends 64-byte HID POS reports and nothing
 * else. The end of the connection is the unplug. At most 63 bytes are kept between two chunks.
 */
export function createReportStreamTransport(options: ReportStreamOptions): HidTransport {
  const { host, port } = options;
  invariant(host === "127.0.0.1" || host === "::1", "a report stream comes from this machine");
  const device = { vendorId: 0, productId: 0, serialNumber: "", usagePage: 0x8c, usage: 2 };
  const path = `tcp://${host}:${port}`;
  return {
    list: () => Promise.resolve([{ ...device, path, product: "report stream" }]),
    open: async (_path, events) => {
      const socket = connect({ host, port });
      await connected(socket);
      return read(socket, events);
    },
  };
}

async function connected(socket: Socket): Promise<void> {
  const late = setTimeout(() => socket.destroy(new Error("no answer in time")), CONNECT_TIMEOUT_MS);
  try {
    await once(socket, "connect");
  } finally {
    clearTimeout(late);
  }
}

function read(socket: Socket, events: HidEvents): HidConnection {
  let rest: Uint8Array = new Uint8Array();
  let reason = "the report stream ended";
  socket.on("data", (chunk: Uint8Array) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const wholeBytes = bytes.length - (bytes.length % REPORT_BYTES);
    for (let at = 0; at < wholeBytes; at += REPORT_BYTES)
      events.onReport(Uint8Array.from(bytes.subarray(at, at + REPORT_BYTES)));
    rest = Uint8Array.from(bytes.subarray(wholeBytes)); // a copy, or the whole chunk would live on
  });
  socket.on("error", (cause) => {
    reason = cause.message;
  });
  socket.on("close", () => events.onLost(reason));
  return {
    // A stream of reports has nothing to set up.
    sendFeatureReport: () => Promise.resolve(),
    close: () => closed(socket),
  };
}

async function closed(socket: Socket): Promise<void> {
  if (socket.closed) return;
  const gone = once(socket, "close");
  socket.destroy();
  await gone;
}
