import type { CentreSettings } from "../settings/CentreSettings.ts";
import type { DeskTicket, DeskView } from "../views/deskView.ts";

/** When a desk of these tests looks at its queue. */
export const DESK_NOW = 1_000_000;

/** Two counters: `q1` serves land, then tax; `q2` serves birth. Only what a desk's queue looks at. */
export function deskSettings(mode: CentreSettings["policy"]["mode"]): CentreSettings {
  const normal = { stream: "normal", capMs: 1 } as const;
  const priority = { stream: "priority", capMs: 1 } as const;
  return {
    counters: [
      { id: "q1", number: 1, name: null, zone: "hall", tiers: [["land"], ["tax"]] },
      { id: "q2", number: 2, name: null, zone: "hall", tiers: [["birth"]] },
    ],
    policy: {
      mode,
      classes: { normal, priority, appointment: priority, returning: normal },
    },
  } as unknown as CentreSettings;
}

/** What a test has otherwise of a ticket that waits for land. */
export interface DeskTicketChange {
  readonly place?: Partial<DeskTicket["place"]>;
  readonly issuedAt?: number;
  readonly capAt?: number;
  readonly movedAt?: number;
}

/** A ticket as a desk sees it. */
export function aDeskTicket(
  label: string,
  orderAt: number,
  { place, ...rest }: DeskTicketChange,
): DeskTicket {
  return {
    id: `id-${label}`,
    label,
    place: {
      status: "waiting",
      serviceId: "land",
      class: "normal",
      line: "service:land",
      counterId: null,
      orderAt,
      ...place,
    },
    issuedAt: orderAt,
    callableAt: 0,
    capAt: DESK_NOW + 1,
    movedAt: orderAt,
    ...rest,
  } as unknown as DeskTicket;
}

/** A desk's view of these tickets. */
export function aDeskViewOf(...tickets: readonly DeskTicket[]): DeskView {
  return { tickets: Object.fromEntries(tickets.map((one) => [one.id, one])) } as DeskView;
}
