/** `DLE EOT`: 1 the printer, 2 why it is offline, 3 which error, 4 the paper. */
export type StatusQuestion = 1 | 2 | 3 | 4;

/** What one kind of printer needs to be told. Plain data: a new model is a new row. */
export interface PrinterProfile {
  readonly id: string;
  readonly name: string;
  /** Dots across the paper; a multiple of 8. */
  readonly widthDots: number;
  readonly dpi: number;
  /** Rows of one raster command, at most 256: taller ones print garbage on some models. */
  readonly bandRows: number;
  /** How far one dot row is for `ESC J`: 2 where the vertical motion unit is half a dot. */
  readonly feedUnitsPerDot: number;
  /** A `tear-bar` printer first feeds the ticket out past the bar; the cut then does nothing. */
  readonly cut: "partial" | "tear-bar";
  /** How the printer can say that a job has left it; see {@link EscPosPrinter}. */
  readonly completion: "process-id" | "gs-r" | "none";
  /** The `DLE EOT` questions that it answers; silence on one that it should answer costs a link. */
  readonly statusQuestions: readonly StatusQuestion[];
  /** How long a byte may take at the slowest cable that the model has, ms: 9,600 Bd is 1.04. */
  readonly slowestMsPerByte: number;
  /** Whether it beeps by `ESC B`, as clones do. */
  readonly beeper: "esc-b" | "none";
  /** The pin of the connector for a cash drawer (or a lamp), if it has one. */
  readonly drawerPin: 2 | 5 | null;
}

/**
 * The known printers by id.
 *
 * Widths: 80 mm at 203 dpi is 576 dots, at 180 dpi 512; 58 mm is 384. Motion units: Epson's GS P
 * defaults to y = 360 at 180 dpi and 406 at 203 dpi (TM-T88III specification, GS P; Epson's TM-T20
 * samples feed in 1/406 inch), so two units a dot; clones count dots. No row has been tried on a
 * real printer yet.
 */
export const PRINTER_PROFILES = {
  "generic-80": {
    id: "generic-80",
    name: "ESC/POS 80 mm",
    widthDots: 576,
    dpi: 203,
    bandRows: 128,
    feedUnitsPerDot: 1,
    cut: "partial",
    completion: "gs-r",
    statusQuestions: [1, 2, 3, 4],
    slowestMsPerByte: 1.2,
    beeper: "esc-b",
    drawerPin: 2,
  },
  "epson-tm-t20": {
    id: "epson-tm-t20",
    name: "Epson TM-T20",
    widthDots: 576,
    dpi: 203,
    bandRows: 256,
    feedUnitsPerDot: 2,
    cut: "partial",
    completion: "process-id",
    statusQuestions: [1, 2, 3, 4],
    slowestMsPerByte: 1.2,
    beeper: "none",
    drawerPin: 2,
  },
  "epson-tm-t82": {
    id: "epson-tm-t82",
    name: "Epson TM-T82",
    widthDots: 576,
    dpi: 203,
    bandRows: 256,
    feedUnitsPerDot: 2,
    cut: "partial",
    completion: "process-id",
    statusQuestions: [1, 2, 3, 4],
    slowestMsPerByte: 1.2,
    beeper: "none",
    drawerPin: 2,
  },
  "epson-tm-t88": {
    id: "epson-tm-t88",
    name: "Epson TM-T88",
    widthDots: 512,
    dpi: 180,
    bandRows: 256,
    feedUnitsPerDot: 2,
    cut: "partial",
    completion: "process-id",
    statusQuestions: [1, 2, 3, 4],
    slowestMsPerByte: 1.2,
    beeper: "none",
    drawerPin: 2,
  },
  "xprinter-80": {
    id: "xprinter-80",
    name: "Xprinter 80 mm",
    widthDots: 576,
    dpi: 203,
    bandRows: 128,
    feedUnitsPerDot: 1,
    cut: "partial",
    completion: "gs-r",
    statusQuestions: [1, 2, 3, 4],
    slowestMsPerByte: 1.2,
    beeper: "esc-b",
    drawerPin: 2,
  },
  "pos-5890": {
    id: "pos-5890",
    name: "POS-5890 58 mm",
    widthDots: 384,
    dpi: 203,
    bandRows: 64,
    feedUnitsPerDot: 1,
    cut: "tear-bar",
    completion: "gs-r",
    statusQuestions: [1, 4],
    slowestMsPerByte: 1.2,
    beeper: "esc-b",
    drawerPin: 2,
  },
} as const satisfies Readonly<Record<string, PrinterProfile>>;

export type PrinterProfileId = keyof typeof PRINTER_PROFILES;
