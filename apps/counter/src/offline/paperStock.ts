import { type LoggedTicket, MAX_PAPER_LIST, type PaperStock } from "@luot/contract";
import { type CentreSettings, type DeskTicket, type DeskView, paperLists } from "@luot/hub-client";

type Worker = PaperStock["officer"] & { readonly isLocked: boolean };

/**
 * What a counter needs to go on without the hub, from the last view of it. Pure.
 *
 * @param asOf when the hub was last heard, epoch ms of its clock
 */
export function paperStock(
  view: DeskView,
  settings: CentreSettings,
  { counterId, officer }: { readonly counterId: string; readonly officer: Worker },
  asOf: number,
): PaperStock {
  const lists = paperLists(view, settings, asOf);
  const numbers = new Map(settings.counters.map(({ id, number }) => [id, number]));
  const elsewhere: Record<string, number> = {};
  for (const [id, tickets] of lists)
    if (id !== counterId)
      for (const { label } of tickets.slice(0, MAX_PAPER_LIST))
        elsewhere[label] = numbers.get(id) ?? 0;
  const own = lists.get(counterId) ?? [];
  return {
    asOf,
    officer: { officerId: officer.officerId, name: officer.name },
    current: currentAt(view, settings, counterId),
    isLocked: officer.isLocked,
    isPaused: view.counters[counterId]?.status === "paused",
    list: own.slice(0, MAX_PAPER_LIST).map((ticket) => logged(ticket, settings)),
    elsewhere,
  };
}

/** A ticket as it is kept without the hub. */
function logged({ id, label, place }: DeskTicket, { services }: CentreSettings): LoggedTicket {
  const service = services.find((one) => one.id === place.serviceId);
  return { id, label, service: service === undefined ? null : service.name };
}

/** Who is at a counter by the hub's last word. */
export function currentAt(
  view: DeskView,
  settings: CentreSettings,
  counterId: string,
): PaperStock["current"] {
  const ticket = view.tickets[view.counters[counterId]?.ticketId ?? ""];
  if (ticket === undefined) return null;
  return { ...logged(ticket, settings), isServing: ticket.place.status === "serving" };
}
