import { paperWords } from "@luot/i18n/paper";
import { aheadOf, estimateOf, localTime, type State, type Ticket } from "@luot/domain";
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

const MINUTE_MS = 60_000;

/** The words on the paper of a ticket, in the ticket's language; no personal data (I11). */
export function ticketDocument(state: State, ticket: Ticket, facts: PaperFacts): TicketDocument {
  const { language } = ticket;
  const words = paperWords(language);
  const { settings, index } = state;
  const service = index.services.get(ticket.place.serviceId);
  const agency = settings.agencies.find(({ id }) => id === service?.agencyId);
  const reason = settings.priorityReasons.find(({ id }) => id === ticket.reason);
  const ahead = aheadOf(state, ticket);
  const counters = counterNumbers(state, ticket.place.serviceId);
  const { date, minutes } = localTime(facts.printedAt, settings.calendar.timeZone);
  const [year, month, day] = date.split("-");
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  const notice = settings.ticketNotice[language];
  return {
    centreName: settings.centre.name[language],
    language,
    label: ticket.label,
    serviceName: service?.name[language] ?? "",
    agencyName: agency?.name[language] ?? "",
    classLine: reason?.name[language] ?? "",
    counters: counters === "" ? "" : words.counter(counters),
    aheadLine: words.ahead(ahead),
    estimateLine: waitLine(state, ticket, ahead),
    printedAtLine: words.printedAt(clock, `${day}/${month}/${year}`),
    notice: settings.centre.isDemo ? `${words.demo} · ${notice}` : notice,
    footer: settings.ticketFooter[language],
    qr: facts.qr,
    captions: { title: words.title, scanHint: words.scanHint },
    ...(facts.copy === 0 ? {} : { reprint: { title: words.reprint, count: facts.copy } }),
  };
}

function waitLine(state: State, ticket: Ticket, ahead: number): string {
  const words = paperWords(ticket.language);
  const estimate = estimateOf(state, ticket.place.serviceId, ahead);
  if (estimate === null) return words.waitUnknown;
  const low = Math.max(1, Math.round(estimate.lowMs / MINUTE_MS));
  return words.wait(low, Math.max(low, Math.ceil(estimate.highMs / MINUTE_MS)));
}

/** The numbers of the counters that serve a service in their first tier, as `5–7, 12`. */
function counterNumbers({ settings }: State, serviceId: string): string {
  const numbers = settings.counters
    .filter(({ tiers }) => tiers[0]?.includes(serviceId) === true)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
