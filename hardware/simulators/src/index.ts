export {
  createVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from "./createVirtualPrinter.ts";
export { createEscPosParser, type EscPosParser } from "./parser/createEscPosParser.ts";
export type { PrinterCommand } from "./parser/PrinterCommand.ts";
export type { Paper } from "./printer/PaperRoll.ts";
export type { PrinterCondition } from "./printer/PrinterCondition.ts";
export type { Raster } from "./Raster.ts";
export { rasterToPng } from "./rasterToPng.ts";
export {
  createVirtualScanner,
  type VirtualScanner,
  type VirtualScannerOptions,
} from "./scanner/createVirtualScanner.ts";
export { encodeHidPosReports } from "./scanner/encodeHidPosReports.ts";
export { parseReportFile, type ReportStep } from "./scanner/parseReportFile.ts";
