import type { TicketDocument } from "../TicketDocument.ts";
import type { PartFrame, TicketField } from "./TicketTemplate.ts";
import type { TextStyle, TicketStyle } from "./ticketStyle.ts";

/** What a field says and how it stands when its template asks for nothing else. */
export interface FieldDesign {
  readonly words: (ticket: TicketDocument) => string;
  readonly style: (style: TicketStyle) => TextStyle;
  /** Blank rows above it; few where it belongs to the part before. */
  readonly gapDots: (style: TicketStyle) => number;
  readonly frame: PartFrame;
}

const whole = ({ gapDots }: TicketStyle): number => gapDots;
const half = ({ gapDots }: TicketStyle): number => gapDots / 2;
const hair = (): number => 2;
const none = (): number => 0;

/** The design of every field: one row each. */
export const TICKET_FIELDS: Readonly<Record<TicketField, FieldDesign>> = {
  centre: { words: (t) => t.centreName, style: (s) => s.centre, gapDots: none, frame: "none" },
  reprint: { words: reprintWords, style: (s) => s.reprint, gapDots: whole, frame: "bar" },
  title: { words: (t) => t.captions.title, style: (s) => s.title, gapDots: half, frame: "none" },
  label: { words: (t) => t.label, style: (s) => s.label, gapDots: whole, frame: "none" },
  service: { words: (t) => t.serviceName, style: (s) => s.service, gapDots: whole, frame: "none" },
  agency: {
    words: (t) => t.agencyName ?? "",
    style: (s) => s.agency,
    gapDots: hair,
    frame: "none",
  },
  class: {
    words: (t) => t.classLine ?? "",
    style: (s) => s.classLine,
    gapDots: whole,
    frame: "frame",
  },
  counters: {
    words: (t) => t.counters ?? "",
    style: (s) => s.counters,
    gapDots: half,
    frame: "none",
  },
  ahead: { words: (t) => t.aheadLine, style: (s) => s.waiting, gapDots: half, frame: "none" },
  estimate: { words: (t) => t.estimateLine, style: (s) => s.waiting, gapDots: none, frame: "none" },
  "scan-hint": {
    words: (t) => t.captions.scanHint ?? "",
    style: (s) => s.small,
    gapDots: none,
    frame: "none",
  },
  notice: { words: (t) => t.notice, style: (s) => s.notice, gapDots: half, frame: "none" },
  time: { words: (t) => t.printedAtLine, style: (s) => s.small, gapDots: hair, frame: "none" },
  footer: { words: (t) => t.footer, style: (s) => s.small, gapDots: hair, frame: "none" },
};

function reprintWords({ reprint }: TicketDocument): string {
  return reprint === undefined ? "" : `${reprint.title} (${reprint.count})`;
}
