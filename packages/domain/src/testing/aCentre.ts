import type { Calendar } from "../calendar/Calendar.ts";
import type {
  BilingualText,
  CallPolicy,
  CentreSettings,
  ClassId,
  Service,
} from "../settings/CentreSettings.ts";

/** Monday 2 March 2026, 08:00 in Ho Chi Minh City, epoch ms. */
export const T0 = Date.UTC(2026, 2, 2, 1);

/** The service day of {@link T0} in {@link aCentre}. */
export const DAY = "2026-03-02";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/**
 * A small centre, open all day unless told otherwise: services `land` (series A), `birth` and
 * `notary` (series B); counter 1 takes land, then birth; 2 takes birth and notary; 3 takes notary,
 * then land. Caps: 60 min for normal, 30 min for the others.
 */
export function aCentre(overrides: Partial<CentreSettings>): CentreSettings {
  return {
    version: 1,
    centre: { id: "centre", name: text("Trung tâm"), isDemo: true },
    calendar: aCalendar({}),
    agencies: [{ id: "agency", name: text("Cơ quan"), short: text("CQ") }],
    series: [
      { id: "a", prefix: "A", from: 1, to: 999, digits: 3, overflow: false },
      { id: "b", prefix: "B", from: 1, to: 999, digits: 3, overflow: false },
    ],
    services: [aService("land", "a"), aService("birth", "b"), aService("notary", "b")],
    counters: [
      { id: "c1", number: 1, name: null, zone: "hall", tiers: [["land"], ["birth"]] },
      { id: "c2", number: 2, name: null, zone: "hall", tiers: [["birth", "notary"]] },
      { id: "c3", number: 3, name: null, zone: "hall", tiers: [["notary"], ["land"]] },
    ],
    priorityReasons: [
      { ...aReason("elderly"), class: "priority" },
      { ...aReason("booked"), class: "appointment" },
      { ...aReason("back-again"), class: "returning" },
    ],
    pauseReasons: [aReason("break")],
    callReasons: [aReason("urgent")],
    parkReasons: [aReason("copy")],
    policy: aPolicy({}),
    ticketNotice: text("Xin chờ đến lượt"),
    ticketFooter: text("Xin cảm ơn"),
    ...overrides,
  };
}

/** A calendar that is always open; what is given instead makes it a real one. */
export function aCalendar(overrides: Partial<Calendar>): Calendar {
  return {
    timeZone: "Asia/Ho_Chi_Minh",
    weekend: ["saturday", "sunday"],
    holidays: [],
    makeUpDays: [],
    seasons: [],
    lastTicketMinutes: 0,
    alwaysOpen: true,
    ...overrides,
  };
}

/** Interleaved, three normals to one priority; who missed the call comes back after three. */
export function aPolicy(overrides: Partial<CallPolicy>): CallPolicy {
  return {
    mode: { kind: "interleaved", normals: 3 },
    classes: capsOf({ normal: 60 * MINUTE, others: 30 * MINUTE }),
    returning: { kind: "after", places: 3 },
    callableAfterMs: 5 * SECOND,
    undoMs: 10 * SECOND,
    ...overrides,
  };
}

/** Wait caps in ms: of the normal class, and of the three classes of the priority stream. */
export function capsOf(caps: {
  readonly normal: number;
  readonly others: number;
}): CallPolicy["classes"] {
  const others = { stream: "priority", capMs: caps.others } as const;
  return {
    normal: { stream: "normal", capMs: caps.normal },
    priority: others,
    appointment: others,
    returning: others,
  } satisfies Record<ClassId, CallPolicy["classes"][ClassId]>;
}

/** A service without a quota; a visit takes ten minutes until visits were seen. */
export function aService(id: string, seriesId: string): Service {
  return {
    id,
    agencyId: "agency",
    seriesId,
    kind: "submit",
    name: text(id),
    expectedServiceMs: 10 * MINUTE,
    sessionQuota: null,
  };
}

function aReason(id: string): { readonly id: string; readonly name: BilingualText } {
  return { id, name: text(id) };
}

function text(words: string): BilingualText {
  return { vi: words, en: words };
}
