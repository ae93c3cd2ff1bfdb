import type { CentreSettings, PhoneView } from "@luot/hub-client";

/** What the page is about: waiting, going to a counter, or over. */
export type TicketStage =
  | { readonly kind: "waiting"; readonly ahead: number; readonly estimate: PhoneView["estimate"] }
  | { readonly kind: "called"; readonly counter: number | null; readonly recalls: number }
  | { readonly kind: "serving"; readonly counter: number | null }
  | { readonly kind: "parked"; readonly counter: number | null }
  | { readonly kind: "absent" | "done" | "cancelled" | "expired" };

/** Reads the stage out of what the hub tells about the ticket. */
export function ticketStage(view: PhoneView, settings: CentreSettings): TicketStage {
  const counter = settings.counters.find(({ id }) => id === view.counterId)?.number ?? null;
  switch (view.status) {
    case "waiting":
      return { kind: "waiting", ahead: view.ahead ?? 0, estimate: view.estimate };
    case "called":
      return { kind: "called", counter, recalls: view.recalls };
    case "serving":
    case "parked":
      return { kind: view.status, counter };
    default:
      return { kind: view.status };
  }
}

/** Whether the holder can still give the number up. */
export function canGiveUp({ kind }: TicketStage): boolean {
  return kind === "waiting" || kind === "parked" || kind === "absent";
}

/** Names a call, so that each call and each recall is felt once; `null` when nobody calls. */
export function callKey(view: PhoneView): string | null {
  return view.status === "called" ? `${view.counterId}/${view.recalls}` : null;
}

/** Numbers of the counters that serve the ticket first. */
export function countersOf({ serviceId }: PhoneView, { counters }: CentreSettings): number[] {
  return counters
    .filter(({ tiers }) => tiers.some((tier) => tier.includes(serviceId)))
    .map(({ number }) => number);
}
