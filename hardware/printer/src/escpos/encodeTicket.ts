import { Buffer } from "node:buffer";
import { invariant } from "@luot/kit";
import escpos from "escpos";
import type { PrinterProfile } from "../printerProfiles.ts";
import type { Raster } from "../Raster.ts";
import { type RasterPart, splitRaster } from "./splitRaster.ts";

/** `ESC J` feeds at most this many motion units. */
const MAX_FEED_UNITS = 255;
/** `GS V 66 3`: feed to the cutter and 3 motion units, then cut. Only feeds where no cutter is. */
const CUT = Buffer.of(0x1d, 0x56, 0x42, 3);
/** `ESC B` counts in tenths of a second. */
const BEEP_UNIT_MS = 100;
/** On 25 and off 120 units of 2 ms, as Epson's reference has it. */
const DRAWER_PULSE = [25, 120] as const;
/** From the print head past the tear bar of a 58 mm printer, 12 mm at 203 dpi. */
const TEAR_BAR_DOTS = 96;

/** What a printer does besides printing; what its profile lacks is left out. */
export interface TicketExtras {
  /** One to nine times, each so long. */
  readonly beep?: { readonly times: number; readonly ms: number };
  readonly opensDrawer?: boolean;
}

/**
 * Turns a picture into the bytes of one print job: `ESC @`, bands of `GS v 0` with `ESC J` for
 * blank rows between them, and the cut. Blank paper at the right edge is not sent.
 *
 * Of escpos only the encoder is used. The bytes are pinned by golden tests, so this file can be
 * given another encoder without anyone noticing.
 *
 * @throws when the raster is wider than the printer's paper
 */
export function encodeTicket(
  raster: Raster,
  profile: PrinterProfile,
  extras: TicketExtras = {},
): Uint8Array {
  invariant(raster.widthDots <= profile.widthDots, "the raster is wider than the paper");
  invariant(raster.widthDots % 8 === 0, "raster widths are multiples of 8 dots");
  const encoder = new escpos.Printer({});
  encoder.hardware("init");
  for (const part of splitRaster(raster, profile.bandRows))
    for (const command of partCommands(part, profile)) encoder.buffer.write(command);
  if (profile.cut === "tear-bar")
    for (const command of feedCommands(TEAR_BAR_DOTS, profile)) encoder.buffer.write(command);
  encoder.buffer.write(CUT);
  for (const command of extraCommands(extras, profile)) encoder.buffer.write(command);
  return Uint8Array.from(encoder.buffer.flush());
}

function extraCommands({ beep, opensDrawer }: TicketExtras, profile: PrinterProfile): Buffer[] {
  const commands: Buffer[] = [];
  if (beep !== undefined && profile.beeper === "esc-b") {
    invariant(beep.times >= 1 && beep.times <= 9, "a printer beeps one to nine times");
    const units = Math.min(9, Math.max(1, Math.round(beep.ms / BEEP_UNIT_MS)));
    commands.push(Buffer.of(0x1b, 0x42, beep.times, units));
  }
  if (opensDrawer === true && profile.drawerPin !== null)
    commands.push(Buffer.of(0x1b, 0x70, profile.drawerPin === 2 ? 0 : 1, ...DRAWER_PULSE));
  return commands;
}

function partCommands(part: RasterPart, profile: PrinterProfile): Buffer[] {
  return part.kind === "blank" ? feedCommands(part.rows, profile) : [bandCommand(part)];
}

function feedCommands(dots: number, profile: PrinterProfile): Buffer[] {
  const commands: Buffer[] = [];
  // Only whole dots at a time, or a row would be torn in two.
  const largest = MAX_FEED_UNITS - (MAX_FEED_UNITS % profile.feedUnitsPerDot);
  for (let units = dots * profile.feedUnitsPerDot; units > 0; units -= largest)
    commands.push(Buffer.of(0x1b, 0x4a, Math.min(units, largest)));
  return commands;
}

/** Packed by us: the encoder's own image class takes 150 ms for a ticket. */
function bandCommand(band: Extract<RasterPart, { kind: "band" }>): Buffer {
  const { widthBytes, rows, data } = band;
  const size = [widthBytes & 255, widthBytes >> 8, rows & 255, rows >> 8];
  return Buffer.concat([Buffer.of(0x1d, 0x76, 0x30, 0, ...size), data]);
}
