import { isOlder, type Line, lineKey, standsBefore } from "../Line.ts";
import type { CallPolicy, ClassId, Stream } from "../settings/CentreSettings.ts";
import type { State } from "../state.ts";
import type { CallBasis, LineId, Ticket } from "../ticket.ts";

/** All classes; those of one stream take turns by rank, not by this order. */
export const CLASSES: readonly ClassId[] = ["priority", "appointment", "returning", "normal"];

/** `callableAt` of a ticket that is held until its kiosk is back (HOLD-1): the end of all dates. */
export const HELD = 8_640_000_000_000_000;

/** A ticket and why it is its turn. */
export interface Pick {
  readonly ticket: Ticket;
  readonly basis: CallBasis;
}

/**
 * Chooses the ticket a counter should call next.
 *
 * Rules (SPEC.md §4):
 * - **CALL-1** Only lines the counter serves are looked at, tier by tier; a later tier only when
 *   nobody in the earlier ones can be called. Tickets sent to this counter or to the officer at it
 *   stand in the first tier.
 * - **CALL-2** A ticket that waited past its cap goes first, the one issued first before others.
 * - **CALL-3** Only tickets that may be called already are looked at, see {@link isCallable}.
 * - **CALL-4** Strict: the priority stream before the normal one. Interleaved: after N normal calls
 *   of this counter while a priority ticket waited, the next is priority, else normal; an empty
 *   stream yields.
 * - **CALL-5** Within a stream by rank (first issue time unless moved), then by ticket id.
 *
 * Pure: the same state, counter and moment always give the same ticket.
 *
 * @returns the ticket with its basis, or `null` when nobody the counter serves can be called.
 */
export function pickNext(state: State, counterId: string, now: number): Pick | null {
  const tiers = linesOfCounter(state, counterId);
  const normals = state.counters.get(counterId)?.normals ?? 0;
  for (const [tier, lines] of tiers.entries()) {
    const seen = look(state, lines, now);
    const chosen = choose(seen, state.settings.policy, normals);
    if (chosen === null) continue;
    const { ticket, rule } = chosen;
    const basis: CallBasis = {
      rule,
      tier,
      stream: state.settings.policy.classes[ticket.place.class].stream,
      normals,
      priorityWaiting: seen.best.priority !== null,
      heads: seen.heads,
      reason: null,
    };
    return { ticket, basis };
  }
  return null;
}

/** The lines a counter calls from, tier by tier (CALL-1). */
export function linesOfCounter(state: State, counterId: string): readonly (readonly LineId[])[] {
  const services = state.index.counters.get(counterId)?.tiers ?? [];
  const officerId = state.counters.get(counterId)?.officerId ?? null;
  const direct: LineId[] = [`counter:${counterId}`];
  if (officerId !== null) direct.push(`officer:${officerId}`);
  const tiers = services.map((tier) => tier.map((id): LineId => `service:${id}`));
  return tiers.length === 0
    ? [direct]
    : tiers.map((tier, i) => (i === 0 ? [...direct, ...tier] : tier));
}

/**
 * Whether a waiting ticket may be called (CALL-3): once its print is confirmed, else from `callableAt` on; also when the clock now
 * stands before its issue, because then the clock went back and waiting for it would be endless. One
 * that is held may not, whatever the clock says.
 */
export function isCallable(
  ticket: { readonly callableAt: number; readonly issuedAt: number },
  now: number,
): boolean {
  if (ticket.callableAt === HELD) return false;
  return now >= ticket.callableAt || now < ticket.issuedAt;
}

interface Seen {
  readonly best: Record<Stream, Ticket | null>;
  readonly overdue: Ticket | null;
  readonly heads: CallBasis["heads"];
}

function look(state: State, lines: readonly LineId[], now: number): Seen {
  const best: Record<Stream, Ticket | null> = { priority: null, normal: null };
  const heads: { line: LineId; class: ClassId; ticketId: string }[] = [];
  let overdue: Ticket | null = null;
  for (const line of lines)
    for (const classId of CLASSES) {
      const standing = state.lines.get(lineKey(line, classId));
      const head = standing?.tickets.find((ticket) => isCallable(ticket, now));
      if (standing === undefined || head === undefined) continue;
      heads.push({ line, class: classId, ticketId: head.id });
      const { stream } = state.settings.policy.classes[classId];
      const rival = best[stream];
      if (rival === null || standsBefore(head, rival)) best[stream] = head;
      const late = oldestOverdue(standing, now);
      if (late !== null && (overdue === null || isOlder(late, overdue))) overdue = late;
    }
  return { best, overdue, heads };
}

/** CALL-2, without a look at those who can't be past their cap yet: the usual case costs nothing. */
function oldestOverdue({ byIssue, shortestCapMs }: Line, now: number): Ticket | null {
  for (const ticket of byIssue) {
    if (ticket.issuedAt + shortestCapMs > now) return null;
    if (ticket.capAt <= now && isCallable(ticket, now)) return ticket;
  }
  return null;
}

function choose(
  { best, overdue }: Seen,
  policy: CallPolicy,
  normals: number,
): { readonly ticket: Ticket; readonly rule: CallBasis["rule"] } | null {
  if (overdue !== null) return { ticket: overdue, rule: "cap" };
  const { priority, normal } = best;
  if (priority === null) return normal === null ? null : { ticket: normal, rule: "only" };
  if (normal === null) return { ticket: priority, rule: "only" };
  if (policy.mode.kind === "strict") return { ticket: priority, rule: "strict" };
  return { ticket: normals >= policy.mode.normals ? priority : normal, rule: "turn" };
}
