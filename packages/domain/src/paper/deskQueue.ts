import type { CallPolicy, CentreSettings } from "../settings/CentreSettings.ts";
import type { LineId } from "../ticket.ts";
import type { DeskTicket, DeskView } from "../views/deskView.ts";

/** Whose queue: a counter and the officer at it. */
export interface Desk {
  readonly counterId: string;
  readonly officerId: string | null;
}

/**
 * Who waits for a counter, about in the order in which they will be called: tier by tier, whoever
 * waited too long first, then the two streams as they take turns. The hub alone decides each call;
 * it also knows whose turn it was last, which this list leaves out.
 *
 * @param now epoch ms of the hub's clock
 */
export function deskQueue(
  view: Pick<DeskView, "tickets">,
  settings: Pick<CentreSettings, "counters" | "policy">,
  desk: Desk,
  now: number,
): readonly DeskTicket[] {
  const waiting = Object.values(view.tickets).filter(({ place }) => place.status === "waiting");
  return deskLines(settings, desk).flatMap((lines) =>
    inTurns(
      waiting.filter(({ place }) => lines.includes(place.line)),
      settings.policy,
      now,
    ),
  );
}

/** The lines a counter calls from; what was sent to it or its officer stands in the first tier. */
export function deskLines(
  { counters }: Pick<CentreSettings, "counters">,
  { counterId, officerId }: Desk,
): readonly (readonly LineId[])[] {
  const direct: LineId[] = [`counter:${counterId}`];
  if (officerId !== null) direct.push(`officer:${officerId}`);
  const tiers = counters.find(({ id }) => id === counterId)?.tiers ?? [];
  const lines = tiers.map((tier) => tier.map((service): LineId => `service:${service}`));
  return [[...direct, ...(lines[0] ?? [])], ...lines.slice(1)];
}

function inTurns(
  tickets: readonly DeskTicket[],
  policy: CallPolicy,
  now: number,
): readonly DeskTicket[] {
  const overdue = tickets.filter(({ capAt }) => capAt <= now).toSorted(byIssue);
  const rest = tickets.filter(({ capAt }) => capAt > now).toSorted(byRank);
  const isPriority = ({ place }: DeskTicket): boolean =>
    policy.classes[place.class].stream === "priority";
  const priority = rest.filter(isPriority);
  const normal = rest.filter((ticket) => !isPriority(ticket));
  if (policy.mode.kind === "strict") return [...overdue, ...priority, ...normal];
  return [...overdue, ...interleaved(priority, normal, policy.mode.normals)];
}

/** One of the priority stream, then `normals` of the other, and so on. */
function interleaved(
  priority: readonly DeskTicket[],
  normal: readonly DeskTicket[],
  normals: number,
): readonly DeskTicket[] {
  const turns = priority.flatMap((ticket, i) => [
    ticket,
    ...normal.slice(i * normals, (i + 1) * normals),
  ]);
  return [...turns, ...normal.slice(priority.length * normals)];
}

function byRank(a: DeskTicket, b: DeskTicket): number {
  return a.place.orderAt - b.place.orderAt || (a.id < b.id ? -1 : 1);
}

function byIssue(a: DeskTicket, b: DeskTicket): number {
  return a.issuedAt - b.issuedAt || (a.id < b.id ? -1 : 1);
}
