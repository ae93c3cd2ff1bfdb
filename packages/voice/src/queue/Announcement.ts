import type { SpeechPlan } from "../plan/SpeechPlan.ts";

/** Kinds of announcement, the most urgent first. */
export const ANNOUNCEMENT_KINDS = ["emergency", "recall", "call", "info"] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** One call, recall or notice that a sound zone has to say. */
export interface Announcement {
  /** Id of the event behind it: the same id twice is said once, whatever a resync repeats. */
  readonly id: string;
  /** What it is about, as a rule the ticket id: a newer one replaces the one still waiting. */
  readonly key: string;
  readonly kind: AnnouncementKind;
  /** The sentence in each language, the ticket's own language first. */
  readonly plans: readonly [SpeechPlan, ...SpeechPlan[]];
  /** When it was called, epoch milliseconds of the hub's clock. */
  readonly calledAtMs: number;
}

/**
 * Why an announcement was not said at all.
 *
 * - `stale`: it was too old before its turn came; the screen still shows it.
 * - `replaced`: a newer one with the same key took its place.
 * - `withdrawn`: the caller took it back.
 * - `failed`: the player could not play it.
 * - `hung`: the player neither ended nor failed and was cut off.
 * - `stopped`: the queue was stopped.
 */
export type DropReason = "stale" | "replaced" | "withdrawn" | "failed" | "hung" | "stopped";
