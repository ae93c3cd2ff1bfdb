import {
  type CentreSettings,
  type KioskView,
  localTime,
  nextOpening,
  openingAt,
  sessionsOf,
} from "@luot/hub-client";

/** Whether the hall gives numbers now, and if not, when it does again. */
export type HallStanding =
  | { readonly kind: "open"; readonly sessionId: string }
  | {
      readonly kind: "closed" | "closing" | "not_started";
      readonly hours: readonly { readonly opens: string; readonly closes: string }[];
      readonly next: {
        readonly date: string;
        readonly opens: string;
        readonly isToday: boolean;
      } | null;
    };

/**
 * Whether numbers are given at a moment.
 *
 * @param now epoch ms of the hub's clock
 * @param isOpen whether the hub has begun the day; while it can't be asked the calendar alone counts
 */
export function hallStanding(
  now: number,
  { calendar }: CentreSettings,
  { isOpen }: Pick<KioskView, "isOpen">,
): HallStanding {
  const opening = openingAt(now, calendar);
  if (opening.kind === "open" && isOpen) return { kind: "open", sessionId: opening.sessionId };
  const { date } = localTime(now, calendar.timeZone);
  const next = nextOpening(now, calendar);
  return {
    kind: opening.kind === "open" ? "not_started" : opening.kind,
    hours: sessionsOf(date, calendar),
    next: next === null ? null : { ...next, isToday: next.date === date },
  };
}
