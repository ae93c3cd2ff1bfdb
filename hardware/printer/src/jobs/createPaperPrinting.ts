import type { Logger } from "@luot/kit";
import { createTransport } from "../createTransport.ts";
import { EscPosPrinter } from "../EscPosPrinter.ts";
import { encodeTicket } from "../escpos/encodeTicket.ts";
import type { TicketTemplate } from "../layout/TicketTemplate.ts";
import { paperMmOf } from "../paperMmOf.ts";
import type { PrinterAddress } from "../parsePrinterAddress.ts";
import { PRINTER_PROFILES } from "../printerProfiles.ts";
import { drawTicket } from "../renderTicket.ts";
import type { TicketDocument } from "../TicketDocument.ts";
import type { PrinterState, PrintOutcome } from "../TicketPrinter.ts";
import type { Paper } from "./PrintJobBook.ts";

/** A printer that draws tickets and knows which paper each of its jobs is. */
export interface PaperPrinting {
  /** `beforeFirstByte` is told how much paper the job takes, mm. */
  readonly print: (
    paper: Paper,
    document: TicketDocument,
    beforeFirstByte: (lengthMm: number) => void,
  ) => Promise<PrintOutcome>;
  /** Makes the printer forget what it holds. */
  readonly clearBuffer: () => Promise<void>;
  readonly status: () => Promise<PrinterState>;
  readonly close: () => Promise<void>;
}

export interface PaperPrintingDeps {
  /** What stands where on a ticket. */
  readonly template: TicketTemplate;
  readonly onState: (state: PrinterState) => void;
  /** A paper in doubt did come out. */
  readonly onLateConfirmation: (paper: Paper) => void;
  readonly log: Logger;
}

const STATUS_TIMEOUT_MS = 1_000;
const COMPLETION_TIMEOUT_MS = 10_000;
const PAPERS_REMEMBERED = 200;

/** Connects the drawing of tickets to a printer. */
export function createPaperPrinting(
  address: PrinterAddress,
  { template, onState, onLateConfirmation, log }: PaperPrintingDeps,
): PaperPrinting {
  const profile = PRINTER_PROFILES[address.profile];
  const printer = new EscPosPrinter(createTransport(address), {
    profile,
    statusTimeoutMs: STATUS_TIMEOUT_MS,
    completionTimeoutMs: COMPLETION_TIMEOUT_MS,
    log,
  });
  printer.onState(onState);
  let jobs = 0;
  /** The papers of the last jobs, by the job's id: a printer may speak of one late. */
  const papers = new Map<string, Paper>();
  printer.onLateConfirmation((jobId) => {
    const paper = papers.get(jobId);
    if (paper !== undefined) onLateConfirmation(paper);
  });
  return {
    async print(paper, document, beforeFirstByte) {
      const raster = await drawTicket(document, profile, template);
      jobs = (jobs + 1) % 10_000;
      const id = String(jobs).padStart(4, "0");
      papers.set(id, paper);
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
