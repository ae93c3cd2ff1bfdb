import type { State, Ticket } from "@luot/domain";
import type { Logger } from "@luot/kit";
import {
  createTransport,
  drawTicket,
  encodeTicket,
  EscPosPrinter,
  type Paper,
  paperMmOf,
  PRINTER_PROFILES,
  type PrinterAddress,
  type PrinterState,
  type PrintOutcome,
  type TicketTemplate,
} from "@luot/printer";
import { ticketDocument } from "./ticketDocument.ts";

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
const PAPERS_REMEMBERED = 200;

/** Connects the drawing of tickets to a printer. */
export function createTicketPrinting(
  address: PrinterAddress,
  deps: {
    readonly state: () => State;
    /** What stands where on a ticket. */
    readonly template: TicketTemplate;
    readonly phoneUrlOf: (ticketId: string) => string;
    readonly now: () => number;
    readonly onState: (state: PrinterState) => void;
    /** A paper in doubt did come out. */
    readonly onLateConfirmation: (paper: Paper) => void;
    readonly log: Logger;
  },
): TicketPrinting {
  const profile = PRINTER_PROFILES[address.profile];
  const printer = new EscPosPrinter(createTransport(address), {
    profile,
    statusTimeoutMs: STATUS_TIMEOUT_MS,
    completionTimeoutMs: COMPLETION_TIMEOUT_MS,
    log: deps.log,
  });
  printer.onState(deps.onState);
  let jobs = 0;
  /** The papers of the last jobs, by the job's id: a printer may speak of one late. */
  const papers = new Map<string, Paper>();
  printer.onLateConfirmation((jobId) => {
    const paper = papers.get(jobId);
    if (paper !== undefined) deps.onLateConfirmation(paper);
  });
  return {
    async print(ticket, copy, beforeFirstByte) {
      const facts = { qr: deps.phoneUrlOf(ticket.id), copy, printedAt: deps.now() };
      const document = ticketDocument(deps.state(), ticket, facts);
      const raster = await drawTicket(document, profile, deps.template);
      jobs = (jobs + 1) % 10_000;
      const id = String(jobs).padStart(4, "0");
      papers.set(id, { ticketId: ticket.id, copy });
      if (papers.size > PAPERS_REMEMBERED) papers.delete(papers.keys().next().value ?? id);
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
