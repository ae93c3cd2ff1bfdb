import type { CentreSettings, DisplayView } from "@luot/hub-client";

/** What the sign over a counter says. */
export type Sign =
  | {
      readonly kind: "calling" | "serving";
      readonly label: string;
      /** Of the call or recall; 0 when it is no longer among the latest. */
      readonly callSeq: number;
    }
  | { readonly kind: "free" }
  | { readonly kind: "paused" | "closed"; readonly elsewhere: readonly number[] };

/** The sign of a counter. Pure. `elsewhere`: open counters that serve one of the same services. */
export function signOf(view: DisplayView, settings: CentreSettings, counterId: string): Sign {
  const counter = view.counters[counterId];
  if (counter === undefined || counter.status === "paused")
    return {
      kind: counter === undefined ? "closed" : "paused",
      elsewhere: elsewhere(view, settings, counterId),
    };
  const { label, ticketId, isServing } = counter;
  if (label === null) return { kind: "free" };
  const callSeq = view.calls.find((call) => call.ticketId === ticketId)?.seq ?? 0;
  return { kind: isServing ? "serving" : "calling", label, callSeq };
}

function elsewhere(
  view: DisplayView,
  { counters }: CentreSettings,
  counterId: string,
): readonly number[] {
  const own = new Set(counters.find(({ id }) => id === counterId)?.tiers.flat());
  return counters
    .filter(({ id }) => view.counters[id]?.status === "open")
    .filter(({ tiers }) => tiers.flat().some((service) => own.has(service)))
    .map(({ number }) => number);
}
