import { encode } from "uqr";
import type { TicketDocument } from "../TicketDocument.ts";
import { Column } from "./Column.ts";
import type { Layout } from "./Layout.ts";
import { type TicketStyle, ticketStyle } from "./ticketStyle.ts";

/**
 * Places a ticket on paper of a width: who issued it, the number, what it is for, how long it
 * takes, and the code to follow it by. Pure; the same ticket always gives the same layout.
 *
 * @param widthDots a multiple of 8
 */
export function layoutTicket(ticket: TicketDocument, widthDots: number): Layout {
  const style = ticketStyle(widthDots);
  const column = new Column({ widthDots, marginDots: style.marginDots });
  column.gap(8);
  placeHead(column, ticket, style);
  placeService(column, ticket, style);
  placeWaiting(column, ticket, style);
  placeFoot(column, ticket, style);
  column.gap(8);
  return column.end();
}

function placeHead(column: Column, ticket: TicketDocument, style: TicketStyle): void {
  column.text(ticket.centreName, style.centre, 0);
  column.gap(style.gapDots / 2);
  column.rule("solid");
  if (ticket.reprint !== undefined) {
    const { title, count } = ticket.reprint;
    column.framed(`${title} (${count})`, style.reprint, style.gapDots, "bar");
  }
  column.text(ticket.captions.title, style.title, style.gapDots / 2);
  column.number(ticket.label, style.label, style.gapDots);
}

function placeService(column: Column, ticket: TicketDocument, style: TicketStyle): void {
  column.text(ticket.serviceName, style.service, style.gapDots);
  column.text(ticket.agencyName ?? "", style.agency, 2);
  column.framed(ticket.classLine ?? "", style.classLine, style.gapDots, "frame");
  column.text(ticket.counters ?? "", style.counters, style.gapDots / 2);
}

function placeWaiting(column: Column, ticket: TicketDocument, style: TicketStyle): void {
  column.gap(style.gapDots);
  column.rule("dashed");
  column.text(ticket.aheadLine, style.waiting, style.gapDots / 2);
  column.text(ticket.estimateLine, style.waiting, 0);
}

function placeFoot(column: Column, ticket: TicketDocument, style: TicketStyle): void {
  if (ticket.qr !== "") {
    // Level M survives creases and faint print without making the code much larger.
    const code = encode(ticket.qr, { ecc: "M", border: 0 });
    column.modules(code.data, style.qrDotsPerModule);
  }
  column.text(ticket.captions.scanHint ?? "", style.small, 0);
  column.text(ticket.notice, style.notice, style.gapDots / 2);
  column.text(ticket.printedAtLine, style.small, 2);
  column.text(ticket.footer, style.small, 2);
}
