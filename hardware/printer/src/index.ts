export { type ByteTransport, TransportError } from "./ByteTransport.ts";
export { encodeTicket } from "./escpos/encodeTicket.ts";
export { EscPosPrinter, type EscPosPrinterOptions } from "./EscPosPrinter.ts";
export { PRINTER_PROFILES, type PrinterProfile, type PrinterProfileId } from "./printerProfiles.ts";
export type { Raster } from "./Raster.ts";
export { renderTicket } from "./renderTicket.ts";
export type { TicketDocument } from "./TicketDocument.ts";
export type { PrinterState, PrintJob, PrintOutcome, TicketPrinter } from "./TicketPrinter.ts";
export { createTcpTransport, type TcpTransportOptions } from "./transports/createTcpTransport.ts";
