import { type CentreSettings, localTime } from "@luot/hub-client";
import { paperText } from "@luot/i18n/paper";
import type { TicketDocument } from "@luot/printer";
import type { Wish } from "@luot/store";

/** What a paper needs besides its wish. */
export interface DocumentFacts {
  /** 0 for the first paper, 1 and more for copies. */
  readonly copy: number;
  /** Epoch ms of the hub's clock. */
  readonly printedAt: number;
  /** Address of a ticket's phone page, by its token. */
  readonly phoneUrl: (token: string) => string;
}

/**
 * The words on the paper of a number that the hub or this kiosk gave.
 *
 * @returns `null` for a wish without a number
 */
export function kioskDocument(
  settings: CentreSettings,
  { payload, state, answer }: Wish,
  { copy, printedAt, phoneUrl }: DocumentFacts,
): TicketDocument | null {
  if (answer?.ok !== true) return null;
  const { label, serviceId, ahead, estimate, token } = answer.data;
  // Only the hub knows the line, and a copy comes when it has moved on.
  const isKnown = state === "answered" && copy === 0 && ahead !== null;
  return paperText(settings, {
    label,
    serviceId,
    language: payload.language,
    reason: payload.reason,
    prospect: isKnown ? { ahead, wait: estimate } : null,
    qr: token === null ? "" : phoneUrl(token),
    copy,
    printedAt: localTime(printedAt, settings.calendar.timeZone),
  });
}
