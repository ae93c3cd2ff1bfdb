import { invariant } from "@luot/kit";
import { renderAsync, Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { layoutTicket } from "./layout/layoutTicket.ts";
import { ticketSvg } from "./layout/ticketSvg.ts";
import { DEFAULT_TEMPLATE, type TicketTemplate } from "./layout/TicketTemplate.ts";
import type { PrinterProfile } from "./printerProfiles.ts";
import type { Raster } from "./Raster.ts";
import { FONT_FAMILY, FONT_FILES } from "./text/fonts.ts";
import type { TicketDocument } from "./TicketDocument.ts";

/** A dot is black below this grey. A lower one prints thinner letters. */
const BLACK_BELOW = 150;
const DRAWING: ResvgRenderOptions = {
  font: {
    fontFiles: Object.values(FONT_FILES),
    loadSystemFonts: false,
    defaultFontFamily: FONT_FAMILY,
  },
  textRendering: 1,
};

/**
 * Draws a ticket for a printer's paper. Text is drawn with the bundled font, so every Vietnamese
 * letter prints the same on every printer, and nothing a caller writes can reach the printer as a
 * command. The template says what stands where. Takes a few tens of milliseconds; blocks.
 *
 * @returns one bit a dot, as wide as the profile's paper and as high as the ticket needs
 * @throws when the QR text does not fit the paper, or the profile's width is no multiple of 8
 */
export function renderTicket(
  ticket: TicketDocument,
  profile: PrinterProfile,
  template: TicketTemplate = DEFAULT_TEMPLATE,
): Raster {
  const image = new Resvg(svgOf(ticket, profile, template), DRAWING).render();
  return rasterOf(image, profile);
}

/**
 * As {@link renderTicket}, and the drawing, which takes most of the time, is done in another thread:
 * for a process that has more to do than to print.
 *
 * @returns rejects where `renderTicket` throws
 */
export async function drawTicket(
  ticket: TicketDocument,
  profile: PrinterProfile,
  template: TicketTemplate,
): Promise<Raster> {
  const image = await renderAsync(svgOf(ticket, profile, template), DRAWING);
  return rasterOf(image, profile);
}

function svgOf(ticket: TicketDocument, profile: PrinterProfile, template: TicketTemplate): string {
  const { widthDots } = profile;
  invariant(widthDots > 0 && widthDots % 8 === 0, "paper widths are multiples of 8 dots");
  return ticketSvg(layoutTicket(ticket, widthDots, template));
}

function rasterOf(
  image: { readonly height: number; readonly pixels: Uint8Array },
  { widthDots }: PrinterProfile,
): Raster {
  return { widthDots, heightDots: image.height, data: pack(image.pixels) };
}

/** RGBA to one bit a dot. The picture is opaque and its width a multiple of 8. */
function pack(rgba: Uint8Array): Uint8Array {
  const dots = rgba.length / 4;
  const packed = new Uint8Array(dots / 8);
  for (let dot = 0; dot < dots; dot++) {
    const at = dot * 4;
    const grey =
      (rgba[at] ?? 0) * 0.299 + (rgba[at + 1] ?? 0) * 0.587 + (rgba[at + 2] ?? 0) * 0.114;
    if (grey < BLACK_BELOW) packed[dot >> 3] = (packed[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return packed;
}
