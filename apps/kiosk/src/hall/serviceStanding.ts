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
  readonly waiting: number;
  readonly availability: Availability;
}

/** What somebody would meet who took a number now. */
export interface Prospect {
  readonly ahead: number;
  /** `null` while no counter is open for it. */
  readonly estimate: WaitEstimate | null;
}

/** What the calculations need of the hall. */
export interface Hall {
  readonly settings: CentreSettings;
  readonly view: KioskView;
  /** The session that runs now, for the quota; `null` outside of sessions. */
  readonly sessionId: string | null;
}

/**
 * How a service stands: its counters, who waits, and whether numbers are given. Numbers are given
 * too while no counter is open yet: people come before the officers.
 */
export function standingOf(service: Service, { settings, view, sessionId }: Hall): ServiceStanding {
  const serving = settings.counters.filter(({ tiers }) =>
    tiers.some((tier) => tier.includes(service.id)),
  );
  const open = serving.filter(({ id }) => view.counters[id] === "open");
  const counters = (open.length > 0 ? open : serving)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
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
export function prospectOf(service: Service, classId: ClassId, { settings, view }: Hall): Prospect {
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
