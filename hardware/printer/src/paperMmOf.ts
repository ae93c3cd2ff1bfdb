import type { PrinterProfile } from "./printerProfiles.ts";
import type { Raster } from "./Raster.ts";

const MM_PER_INCH = 25.4;
/** From the print head to the cutter, or past the tear bar: about this much on common printers. */
const FEED_TO_CUT_MM = 15;

/** How much paper a ticket takes, mm: its picture and the feed to the cut. */
export function paperMmOf({ heightDots }: Raster, { dpi }: PrinterProfile): number {
  return (heightDots * MM_PER_INCH) / dpi + FEED_TO_CUT_MM;
}
