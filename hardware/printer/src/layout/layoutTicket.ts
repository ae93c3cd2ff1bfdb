import { encode } from "uqr";
import type { TicketDocument } from "../TicketDocument.ts";
import { Column } from "./Column.ts";
import type { Layout } from "./Layout.ts";
import { TICKET_FIELDS } from "./ticketFields.ts";
import type { PartSize, TemplatePart, TicketTemplate } from "./TicketTemplate.ts";
import { resized, type TicketStyle, ticketStyle } from "./ticketStyle.ts";

/** Blank rows above the first part and below the last. */
const EDGE_DOTS = 8;
const GAP_FACTORS: Readonly<Record<PartSize, number>> = {
  small: 0.5,
  normal: 1,
  large: 2,
  huge: 4,
};
const QR_STEPS_DOTS: Readonly<Record<PartSize, number>> = {
  small: -2,
  normal: 0,
  large: 2,
  huge: 4,
};

/**
 * Places a ticket on paper of a width, part by part as its template has it. Pure; the same ticket
 * and template always give the same layout.
 *
 * A second paper for a number says so even where the template forgets it: it stands at the top then.
 *
 * @param widthDots a multiple of 8
 * @throws when the QR text is too long to be read from the paper
 */
export function layoutTicket(
  ticket: TicketDocument,
  widthDots: number,
  template: TicketTemplate,
): Layout {
  const style = ticketStyle(widthDots);
  const column = new Column({ widthDots, marginDots: style.marginDots });
  column.gap(EDGE_DOTS);
  for (const part of withReprintMark(template)) place(column, part, ticket, style);
  column.gap(EDGE_DOTS);
  return column.end();
}

function withReprintMark({ parts }: TicketTemplate): readonly TemplatePart[] {
  const hasMark = parts.some(({ kind }) => kind === "reprint");
  return hasMark ? parts : [{ kind: "reprint" }, ...parts];
}

function place(
  column: Column,
  part: TemplatePart,
  ticket: TicketDocument,
  style: TicketStyle,
): void {
  switch (part.kind) {
    case "rule":
      return column.rule(part.line);
    case "gap":
      return column.gap(style.gapDots * GAP_FACTORS[part.size ?? "normal"]);
    case "qr":
      return placeQr(
        column,
        ticket.qr,
        style.qrDotsPerModule + QR_STEPS_DOTS[part.size ?? "normal"],
      );
    case "text": {
      const words = ticket.language === "en" ? (part.en ?? part.vi) : part.vi;
      const look = { frame: part.frame ?? "none", isNumber: false };
      return column.text(words, resized(style.fixed, part), style.gapDots / 2, look);
    }
    default: {
      const design = TICKET_FIELDS[part.kind];
      const look = { frame: part.frame ?? design.frame, isNumber: part.kind === "label" };
      const textStyle = resized(design.style(style), part);
      return column.text(design.words(ticket), textStyle, design.gapDots(style), look);
    }
  }
}

function placeQr(column: Column, text: string, dotsPerModule: number): void {
  if (text === "") return;
  // Level M survives creases and faint print without making the code much larger.
  column.modules(encode(text, { ecc: "M", border: 0 }).data, dotsPerModule);
}
