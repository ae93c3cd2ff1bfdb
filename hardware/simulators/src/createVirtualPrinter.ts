import { createServer, type Server, type Socket } from "node:net";
import { invariant } from "@luot/kit";
import type { Paper } from "./printer/PaperRoll.ts";
import type { PrinterCondition } from "./printer/PrinterCondition.ts";
import { PrintEngine } from "./printer/PrintEngine.ts";
import { serveCable } from "./printer/serveCable.ts";

export interface VirtualPrinterOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Paper width; 576 when left out. */
  readonly widthDots?: number;
  /** Vertical motion units of a dot row, 1 when left out; Epson printers have 2. */
  readonly feedUnitsPerDot?: number;
  /** How many papers stay in memory; 200 when left out. */
  readonly keep?: number;
}

/** A printer on TCP whose paper can be looked at. */
export interface VirtualPrinter {
  readonly port: number;
  /** The last papers, oldest first. */
  readonly papers: readonly Paper[];
  /** Rows that were printed and not cut off: half a ticket, when a cable was cut. */
  readonly uncutRows: number;
  readonly condition: PrinterCondition;
  /** Bytes that a real printer would have spoilt the paper with. */
  readonly faults: readonly string[];
  /** @throws when there was a fault: what was sent is not clean ESC/POS */
  assertClean(): void;
  /** Calls back for each paper when it is cut. @returns the stop function */
  onPaper(listener: (paper: Paper) => void): () => void;
  /** Changes what is named and leaves the rest; a mend prints what was kept. */
  setCondition(change: Partial<PrinterCondition>): void;
  /** Cuts all connections and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts a virtual receipt printer. It understands the ESC/POS that tickets need and takes all
 * else as a fault.
 *
 * @throws when the port is taken
 */
export async function createVirtualPrinter(
  options: VirtualPrinterOptions,
): Promise<VirtualPrinter> {
  const engine = new PrintEngine({
    widthDots: options.widthDots ?? 576,
    feedUnitsPerDot: options.feedUnitsPerDot ?? 1,
    keep: options.keep ?? 200,
    now: Date.now,
  });
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    serveCable(socket, engine, () => {
      for (const each of sockets) each.resetAndDestroy();
    });
  });
  const port = await listen(server, options);
  return {
    port,
    get papers() {
      return engine.papers;
    },
    get uncutRows() {
      return engine.uncutRows;
    },
    get condition() {
      return engine.condition;
    },
    get faults() {
      return engine.faults;
    },
    assertClean: () => invariant(engine.faults.length === 0, engine.faults.join("; ")),
    onPaper: (listener) => engine.onPaper(listener),
    setCondition: (change) => engine.setCondition(change),
    close: () => stop(server, sockets),
  };
}

async function listen(server: Server, { port, host }: VirtualPrinterOptions): Promise<number> {
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject);
  server.listen({ port, host }, () => listening.resolve());
  await listening.promise;
  const address = server.address();
  invariant(typeof address === "object" && address !== null, "a TCP server has an address");
  return address.port;
}

async function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  for (const socket of sockets) socket.destroy();
  await closed.promise;
}
