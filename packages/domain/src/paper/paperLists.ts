import { isCallable } from "../policy/pickNext.ts";
import type { CentreSettings } from "../settings/CentreSettings.ts";
import type { DeskTicket, DeskView } from "../views/deskView.ts";
import { type Desk, deskLines, deskQueue } from "./deskQueue.ts";

/**
 * Whom each open counter calls while the hub is gone, by counter id, in the order of the policy.
 *
 * Rules (SPEC.md, Paper mode):
 * - **PAPER-1** No ticket is on two lists. Whose it is depends on nothing but its own line and the
 *   counters that are open: the highest hash of ticket and counter has it (rendezvous hashing,
 *   Thaler and Ravishankar 1996), so counters agree without asking each other, also when the last
 *   of them heard of a few tickets more.
 * - **PAPER-2** Every ticket that may be called and that an open counter serves is on a list.
 * - **PAPER-3** A ticket that is held, or not callable yet at `asOf`, is on none: the citizen may
 *   have another number instead.
 *
 * Pure. What counters do not agree on is who was open at the last word of the hub: one that opened
 * in that very second may share tickets with another, and the hub then refuses the second call.
 *
 * @param asOf when the hub was last heard, epoch ms of its clock
 */
export function paperLists(
  view: Pick<DeskView, "tickets" | "counters">,
  settings: Pick<CentreSettings, "counters" | "policy">,
  asOf: number,
): ReadonlyMap<string, readonly DeskTicket[]> {
  const desks = openDesks(view);
  const lines = new Map(desks.map((desk) => [desk.counterId, deskLines(settings, desk).flat()]));
  const serves = ({ counterId }: Desk, { place }: DeskTicket): boolean =>
    lines.get(counterId)?.includes(place.line) ?? false;
  const owners = new Map<string, string>();
  for (const ticket of Object.values(view.tickets)) {
    if (ticket.place.status !== "waiting" || !isCallable(ticket, asOf)) continue;
    const owner = ownerOf(
      ticket.id,
      desks.filter((desk) => serves(desk, ticket)),
    );
    if (owner !== null) owners.set(ticket.id, owner);
  }
  return new Map(
    desks.map((desk) => [
      desk.counterId,
      deskQueue(view, settings, desk, asOf).filter(({ id }) => owners.get(id) === desk.counterId),
    ]),
  );
}

function openDesks({ counters }: Pick<DeskView, "counters">): readonly Desk[] {
  return Object.entries(counters)
    .filter(([, { status }]) => status === "open")
    .map(([counterId, { officerId }]) => ({ counterId, officerId }));
}

function ownerOf(ticketId: string, desks: readonly Desk[]): string | null {
  let owner: string | null = null;
  let highest = -1;
  for (const { counterId } of desks) {
    const weight = weightOf(`${ticketId} ${counterId}`);
    // Equal weights fall back on the ids, which every counter orders alike.
    if (weight < highest || (weight === highest && owner !== null && owner < counterId)) continue;
    owner = counterId;
    highest = weight;
  }
  return owner;
}

/** FNV-1a, then the finalizer of MurmurHash3, as ids differ in a few digits only: 32 bits. */
function weightOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
