import {
  type CentreSettings,
  type ClassId,
  estimateWait,
  type KioskView,
  peopleAhead,
  type Service,
  type WaitEstimate,
} from "@luot/hub-client";

const CLASSES = [
  "normal",
  "priority",
  "appointment",
  "returning",
] as const satisfies readonly ClassId[];

/** Whether a number can be taken for a service, and if not, why. */
export type Availability = "open" | "no_open_counter" | "quota_reached";

/** How a service stands at this moment. */
export interface ServiceStanding {
  readonly service: Service;
  /** Numbers of the counters that serve it: the open ones, or all when none is open. */
  readonly counters: readonly number[];
  /** `null` while the hub can't be asked. */
  readonly waiting: number | null;
  readonly availability: Availability;
}

/** What somebody would meet who took a number now. */
export interface Prospect {
  /** `null` while the hub can't be asked. */
  readonly ahead: number | null;
  /** `null` while no counter is open for it, or the hub can't be asked. */
  readonly estimate: WaitEstimate | null;
}

/** What the calculations need of the hall. */
export interface Hall {
  readonly settings: CentreSettings;
  readonly view: KioskView;
  /** The session that runs now, for the quota; `null` outside of sessions. */
  readonly sessionId: string | null;
  /** Whether the view is what the hub knows now. Else nobody knows who waits and what is open. */
  readonly isCurrent: boolean;
}

/**
 * How a service stands: its counters, who waits, and whether numbers are given. Numbers are given
 * too while no counter is open yet: people come before the officers.
 */
export function standingOf(service: Service, hall: Hall): ServiceStanding {
  const { settings, view, sessionId } = hall;
  const serving = settings.counters.filter(({ tiers }) =>
    tiers.some((tier) => tier.includes(service.id)),
  );
  const open = serving.filter(({ id }) => hall.isCurrent && view.counters[id] === "open");
  const counters = (open.length > 0 ? open : serving)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
  if (!hall.isCurrent) return { service, counters, waiting: null, availability: "open" };
  const waiting = Object.values(view.waiting[service.id] ?? {}).reduce((sum, n) => sum + n, 0);
  return { service, counters, waiting, availability: availability() };

  function availability(): Availability {
    const issued = view.issued[`${service.id}/${sessionId}`] ?? 0;
    if (service.sessionQuota !== null && issued >= service.sessionQuota) return "quota_reached";
    return open.length === 0 ? "no_open_counter" : "open";
  }
}

/** Whether a number can be taken. */
export function canTake({ availability }: ServiceStanding): boolean {
  return availability !== "quota_reached";
}

/** People called before somebody of a class who took a number now, and how long that lasts. */
export function prospectOf(service: Service, classId: ClassId, hall: Hall): Prospect {
  const { settings, view } = hall;
  if (!hall.isCurrent) return { ahead: null, estimate: null };
  const { policy, counters } = settings;
  const before = { priority: 0, normal: 0 };
  const waiting = view.waiting[service.id] ?? {};
  for (const other of CLASSES) before[policy.classes[other].stream] += waiting[other] ?? 0;
  const ahead = peopleAhead(before, policy.classes[classId].stream, policy.mode);
  const open = counters.filter(
    ({ id, tiers }) =>
      view.counters[id] === "open" && tiers.some((tier) => tier.includes(service.id)),
  );
  const times = view.serviceTimes[service.id] ?? [];
  return { ahead, estimate: estimateWait(ahead, open.length, times, service.expectedServiceMs) };
}
