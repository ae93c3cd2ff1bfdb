import type { RecentCall } from "@luot/hub-client";
import { type Announcement, planAnnouncement, type SpeechLanguage } from "@luot/voice";

/** Calls older than this are not said any more; the queue has the same limit. */
const STALE_MS = 30_000;

/**
 * What to say of a call: in the ticket's language, and for foreigners in Vietnamese after it, so
 * that whoever helps them hears it too.
 *
 * @returns `null` when the label or the counter has no reading
 */
export function announcementOf(call: RecentCall, counterNumber: number): Announcement | null {
  const { label, language, count, ticketId, seq, at } = call;
  const kind = count > 0 ? "recall" : "call";
  const planIn = (spoken: SpeechLanguage) =>
    planAnnouncement({ label, counterNumber, language: spoken, kind });
  try {
    return {
      // A recall is a new event of the same ticket.
      id: `${ticketId}/${seq}`,
      key: ticketId,
      kind,
      calledAtMs: at,
      plans: language === "vi" ? [planIn("vi")] : [planIn(language), planIn("vi")],
    };
  } catch (error) {
    // The reading rules are the only judge of a label, and they answer by throwing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The calls young enough to be said, the oldest first. */
export function freshCalls(calls: readonly RecentCall[], now: number): readonly RecentCall[] {
  return calls.filter(({ at }) => now - at < STALE_MS).toReversed();
}
