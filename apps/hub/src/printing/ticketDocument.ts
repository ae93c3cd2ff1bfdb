import { aheadOf, estimateOf, localTime, type State, type Ticket } from "@luot/domain";
import { paperText } from "@luot/i18n/paper";
import type { TicketDocument } from "@luot/printer";

/** What a paper needs besides the ticket. */
export interface PaperFacts {
  /** Text of the QR code: the address of the ticket's phone page. */
  readonly qr: string;
  /** 0 for the first paper, 1 and more for copies. */
  readonly copy: number;
  /** Epoch ms. */
  readonly printedAt: number;
}

/** The words on the paper of a ticket, in the ticket's language; no personal data (I11). */
export function ticketDocument(state: State, ticket: Ticket, facts: PaperFacts): TicketDocument {
  const { settings } = state;
  const { label, language, reason, place } = ticket;
  const ahead = aheadOf(state, ticket);
  return paperText(settings, {
    label,
    language,
    reason,
    serviceId: place.serviceId,
    prospect: { ahead, wait: estimateOf(state, place.serviceId, ahead) },
    qr: facts.qr,
    copy: facts.copy,
    printedAt: localTime(facts.printedAt, settings.calendar.timeZone),
  });
}
