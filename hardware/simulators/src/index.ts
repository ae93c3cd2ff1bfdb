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
export { NAME_MARK, type GeneratorOptions, generateDossiers } from "./oneStop/generateDossiers.ts";
export { bookXlsxOf } from "./oneStop/bookXlsxOf.ts";
export { createFastClock, type FastClock } from "./oneStop/createFastClock.ts";
export { NO_TROUBLE, type OneStopFault, type OneStopTrouble } from "./oneStop/faults.ts";
export type { HoSo } from "./oneStop/HoSo.ts";
export { type OneStop, type OneStopOptions, startOneStop } from "./oneStop/startOneStop.ts";
export { encodeWindows1258 } from "./oneStop/windows1258.ts";
export {
  BOOK_HEADINGS,
  bookCsvOf,
  bookRowsOf,
  exchangeJsonOf,
} from "./oneStop/writeDossiers.ts";
