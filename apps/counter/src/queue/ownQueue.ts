import type { CentreSettings, DeskTicket, DeskView } from "@luot/hub-client";

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
export function ownQueue(
  view: DeskView,
  settings: CentreSettings,
  desk: Desk,
  now: number,
): readonly DeskTicket[] {
  const waiting = Object.values(view.tickets).filter(({ place }) => place.status === "waiting");
  return tierLines(settings, desk).flatMap((lines) =>
    inTurns(
      waiting.filter(({ place }) => lines.includes(place.line)),
      settings,
      now,
    ),
  );
}

/** The lines a counter calls from; what was sent to it or its officer stands in the first tier. */
export function tierLines(
  { counters }: CentreSettings,
  { counterId, officerId }: Desk,
): readonly (readonly string[])[] {
  const direct = [`counter:${counterId}`, ...(officerId === null ? [] : [`officer:${officerId}`])];
  const tiers = counters.find(({ id }) => id === counterId)?.tiers ?? [];
  const lines = tiers.map((tier) => tier.map((service) => `service:${service}`));
  return [[...direct, ...(lines[0] ?? [])], ...lines.slice(1)];
}

function inTurns(
  tickets: readonly DeskTicket[],
  { policy }: CentreSettings,
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

/** Who was set aside or did not come, and may concern this counter; longest there first. */
export function setAside(
  view: DeskView,
  settings: CentreSettings,
  desk: Desk,
  status: "parked" | "absent",
): readonly DeskTicket[] {
  const lines = tierLines(settings, desk).flat();
  return Object.values(view.tickets)
    .filter(({ place }) => place.status === status)
    .filter(({ place }) => place.counterId === desk.counterId || lines.includes(place.line))
    .toSorted((a, b) => a.movedAt - b.movedAt);
}
