import type { State, Ticket } from "@luot/domain";
import type { Logger } from "@luot/kit";
import {
  createTcpTransport,
  encodeTicket,
  EscPosPrinter,
  paperMmOf,
  PRINTER_PROFILES,
  type PrinterProfileId,
  type PrinterState,
  type PrintOutcome,
  renderTicket,
} from "@luot/printer";
import { ticketDocument } from "./ticketDocument.ts";

/** A printer on the network, as an administrator names it. */
export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
  readonly profile: PrinterProfileId;
}

/** A printer that draws tickets. */
export interface TicketPrinting {
  /** `beforeFirstByte` is told how much paper the job takes, mm. */
  readonly print: (
    ticket: Ticket,
    copy: number,
    beforeFirstByte: (lengthMm: number) => void,
  ) => Promise<PrintOutcome>;
  /** Makes the printer forget what it holds. */
  readonly clearBuffer: () => Promise<void>;
  readonly status: () => Promise<PrinterState>;
  readonly close: () => Promise<void>;
}

const STATUS_TIMEOUT_MS = 1_000;
const COMPLETION_TIMEOUT_MS = 10_000;

/**
 * Reads `tcp://host:port` or `tcp://host:port/profile`.
 *
 * @returns `null` when it is neither
 */
export function parsePrinterAddress(text: string): PrinterAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== "tcp:" || url.hostname === "") return null;
  const profile = url.pathname.replace(/^\//, "") || "generic-80";
  const port = url.port === "" ? 9_100 : Number(url.port);
  return isProfile(profile) ? { host: url.hostname, port, profile } : null;
}

function isProfile(id: string): id is PrinterProfileId {
  return Object.hasOwn(PRINTER_PROFILES, id);
}

/** Connects the drawing of tickets to a printer on the network. */
export function createTicketPrinting(
  { host, port, profile: profileId }: PrinterAddress,
  deps: {
    readonly state: () => State;
    readonly phoneUrlOf: (ticketId: string) => string;
    readonly now: () => number;
    readonly onState: (state: PrinterState) => void;
    readonly log: Logger;
  },
): TicketPrinting {
  const profile = PRINTER_PROFILES[profileId];
  const transport = createTcpTransport({
    host,
    port,
    connectTimeoutMs: 3_000,
    writeTimeoutMs: 10_000,
    idleCloseMs: 10_000,
  });
  const printer = new EscPosPrinter(transport, {
    profile,
    statusTimeoutMs: STATUS_TIMEOUT_MS,
    completionTimeoutMs: COMPLETION_TIMEOUT_MS,
    log: deps.log,
  });
  printer.onState(deps.onState);
  let jobs = 0;
  return {
    async print(ticket, copy, beforeFirstByte) {
      const facts = { qr: deps.phoneUrlOf(ticket.id), copy, printedAt: deps.now() };
      const raster = renderTicket(ticketDocument(deps.state(), ticket, facts), profile);
      jobs = (jobs + 1) % 10_000;
      const id = String(jobs).padStart(4, "0");
      return printer.print({
        id,
        bytes: encodeTicket(raster, profile),
        beforeFirstByte: () => beforeFirstByte(paperMmOf(raster, profile)),
      });
    },
    status: () => printer.status(),
    clearBuffer: () => printer.clearBuffer(),
    close: () => printer.close(),
  };
}
