export { type ByteTransport, TransportError } from "./ByteTransport.ts";
export { createTransport } from "./createTransport.ts";
export { encodeTicket, type TicketExtras } from "./escpos/encodeTicket.ts";
export { EscPosPrinter, type EscPosPrinterOptions } from "./EscPosPrinter.ts";
export { parseTicketTemplate, type TemplateFault } from "./layout/parseTicketTemplate.ts";
export {
  DEFAULT_TEMPLATE,
  type PartFrame,
  type PartLook,
  type PartSize,
  type TemplatePart,
  type TicketField,
  type TicketTemplate,
} from "./layout/TicketTemplate.ts";
export { paperMmOf } from "./paperMmOf.ts";
export { PRINTER_PROFILES, type PrinterProfile, type PrinterProfileId } from "./printerProfiles.ts";
export { parsePrinterAddress, type PrinterAddress } from "./parsePrinterAddress.ts";
export type { Raster } from "./Raster.ts";
export { drawTicket, renderTicket } from "./renderTicket.ts";
export type { TicketDocument } from "./TicketDocument.ts";
export type {
  OfflineCause,
  PrinterState,
  PrinterStatus,
  PrintJob,
  PrintOutcome,
  TicketPrinter,
} from "./TicketPrinter.ts";
export { createTcpTransport, type TcpTransportOptions } from "./transports/createTcpTransport.ts";
export {
  createPaperPrinting,
  type PaperPrinting,
  type PaperPrintingDeps,
} from "./jobs/createPaperPrinting.ts";
export type { Paper, PrintJobBook, PrintJobState } from "./jobs/PrintJobBook.ts";
export { type PaperOutcome, PrintJobs, type PrintJobsDeps } from "./jobs/PrintJobs.ts";
