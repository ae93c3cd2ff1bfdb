import type { DeskTicket } from "@luot/hub-client";

/** How long a ticket waited until its last call, or waits still, ms. */
export function waitedMs({ issuedAt, calledAt, place }: DeskTicket, now: number): number {
  const until = place.status === "waiting" || calledAt === null ? now : calledAt;
  return Math.max(0, until - issuedAt);
}

/** How long the visit lasts, ms; `null` before it started. */
export function servedMs({ startedAt, place }: DeskTicket, now: number): number | null {
  if (startedAt === null || place.status !== "serving") return null;
  return Math.max(0, now - startedAt);
}

/** Whole seconds left to take something back; 0 when it is over. */
export function undoSecondsLeft(doneAt: number, undoMs: number, now: number): number {
  return Math.max(0, Math.ceil((doneAt + undoMs - now) / 1_000));
}
