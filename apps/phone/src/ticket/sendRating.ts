import type { ErrorCode } from "@luot/contract";
import type { HubClient } from "@luot/hub-client";
import type { ScoreWord } from "@luot/i18n";

/** How the answer about a visit stands. */
export type RatingState =
  | { readonly status: "idle" }
  | { readonly status: "sending" | "sent"; readonly score: ScoreWord }
  /** It may be tried again. */
  | { readonly status: "refused"; readonly code: ErrorCode | "disconnected" }
  /** No answer is taken any more: one was given, or the day is over. */
  | { readonly status: "over" };

/** A command whose answer is not known. */
export interface PendingRating {
  readonly id: string;
  readonly score: ScoreWord;
}

/** Refusals that stay, whatever is sent. */
const FINAL: ReadonlySet<ErrorCode | "disconnected"> = new Set([
  "wrong_status",
  "not_your_ticket",
  "unknown_ticket",
  "day_not_open",
] as const);

/**
 * Sends how a visit was. What was not answered may have arrived: the same score again goes under its
 * old id, so that it counts once.
 *
 * @param before what was sent and not answered, if anything
 * @returns where it stands now, and what is still not answered
 */
export async function sendRating(
  hub: Pick<HubClient<"phone">, "send" | "newId">,
  ticketId: string,
  score: ScoreWord,
  before: PendingRating | null,
): Promise<{ readonly state: RatingState; readonly pending: PendingRating | null }> {
  const pending = before?.score === score ? before : { id: hub.newId(), score };
  const answer = await hub.send("feedback:rate", { ticketId, score }, { id: pending.id });
  if (answer.ok) return { state: { status: "sent", score }, pending: null };
  const { code } = answer;
  if (code === "disconnected") return { state: { status: "refused", code }, pending };
  if (FINAL.has(code)) return { state: { status: "over" }, pending: null };
  return { state: { status: "refused", code }, pending: null };
}
