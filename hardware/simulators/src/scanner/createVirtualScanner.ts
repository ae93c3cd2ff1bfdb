import { createServer, type Server, type Socket } from "node:net";
import { invariant } from "@luot/kit";
import { encodeHidPosReports } from "./encodeHidPosReports.ts";
import type { ReportStep } from "./parseReportFile.ts";

export interface VirtualScannerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
}

/**
 * An HID POS scanner on TCP: whoever connects gets its reports as they would come by USB, 64 bytes
 * each. Starting it plugs it in; closing it pulls the cable.
 */
export interface VirtualScanner {
  readonly port: number;
  /** How many computers it is plugged into. */
  readonly listeners: number;
  /** Resolves when a computer is there. */
  plugged(): Promise<void>;
  /** Reads a code. @param aim e.g. `]C0` for Code 128, `]Q1` for a QR code */
  scan(text: string, aim: string): void;
  /** Sends reports as they were recorded. */
  replay(steps: readonly ReportStep[]): Promise<void>;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

/** @throws when the port is taken */
export async function createVirtualScanner(
  options: VirtualScannerOptions,
): Promise<VirtualScanner> {
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // A computer that goes away is no fault of the scanner, and what it says is not for it.
    socket.on("error", () => undefined);
    socket.resume();
    for (const tell of waiting.splice(0)) tell();
  });
  const send = (bytes: Uint8Array): void => {
    for (const socket of sockets) if (socket.writable) socket.write(bytes);
  };
  const port = await listen(server, options);
  return {
    port,
    get listeners() {
      return sockets.size;
    },
    async plugged() {
      if (sockets.size === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    scan: (text, aim) => encodeHidPosReports(text, aim).forEach(send),
    async replay(steps) {
      for (const step of steps)
        if (step.kind === "report") send(step.bytes);
        else await new Promise((resolve) => setTimeout(resolve, step.ms));
    },
    close: () => stop(server, sockets),
  };
}

async function listen(server: Server, { port, host }: VirtualScannerOptions): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => resolve());
  });
  const address = server.address();
  invariant(typeof address === "object" && address !== null, "a TCP server has an address");
  return address.port;
}

/** What was handed over is sent before the cable is pulled. */
async function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroySoon();
  });
}
