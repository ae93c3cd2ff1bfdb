import { serviceDayOf } from "../calendar/sessions.ts";
import type { Actor, CommandPayloads, CommandType, TransferTarget } from "../commands.ts";
import type { CentreSettings } from "../settings/CentreSettings.ts";
import type { Counter, State } from "../state.ts";
import type { TicketStatus } from "../ticket.ts";
import { aCentre, aPolicy, capsOf, MINUTE } from "./aCentre.ts";
import { citizen, device, fakeId, HUB, officer } from "./commands.ts";

/** What a random history is made of: a kind of wish, and numbers that choose its details. */
export interface Intent {
  readonly kind: CommandType | "clock";
  readonly a: number;
  readonly b: number;
  /** Every tenth wish is a careless one, mostly to be refused. */
  readonly c: number;
  readonly waitMs: number;
}

/** A payload with who wishes it. */
interface Wish<T extends CommandType> {
  readonly payload: CommandPayloads[T];
  readonly actor: Actor;
}

/** Versions that random histories publish: other turns, swapped prefixes, a counter less. */
export function settingsOf(version: number): CentreSettings {
  const base = aCentre({});
  const [a, b] = ["A", "B"].toSorted((x, y) => (version % 3 === 0 ? y.localeCompare(x) : 0));
  const prefixes = new Map([
    ["a", a ?? "A"],
    ["b", b ?? "B"],
  ]);
  return aCentre({
    version,
    policy: aPolicy({
      mode: version % 2 === 0 ? { kind: "strict" } : { kind: "interleaved", normals: 2 },
      classes: capsOf({ normal: (10 + version) * MINUTE, others: 5 * MINUTE }),
      returning: version % 4 === 3 ? { kind: "tail" } : { kind: "after", places: 2 },
    }),
    series: base.series.map((one) => ({ ...one, prefix: prefixes.get(one.id) ?? one.prefix })),
    counters: version % 5 === 4 ? base.counters.slice(0, 2) : base.counters,
    services: base.services.map((one) => ({
      ...one,
      sessionQuota: one.id === "notary" ? 12 : null,
    })),
  });
}

const OFFICERS = ["lan", "minh", "hoa", "binh"].map(officer);
const OUTCOMES = ["accepted", "supplemented", "returned_result", "guided", "rejected"] as const;
const SCORES = ["very_satisfied", "satisfied", "neutral", "dissatisfied"] as const;

const REASONS = [
  ["normal", null],
  ["normal", null],
  ["normal", null],
  ["priority", "elderly"],
  ["priority", null],
  ["appointment", null],
  ["appointment", "booked"],
  ["returning", "back-again"],
] as const;
const PLACES = ["head", "tail", "by_issue"] as const;

type Wishes = {
  readonly [T in CommandType]: (state: State, intent: Intent, now: number) => Wish<T>;
};

/** Makes each command so that it mostly makes sense in the state, and sometimes does not. */
export const WISHES: Wishes = {
  "day:open": (state, { c }, now) => ({
    payload: { day: isCareless(c) ? "2026-01-01" : serviceDayOf(now, state.settings.calendar) },
    actor: HUB,
  }),
  "day:close": (state, { c }) => ({
    payload: { day: isCareless(c) ? "2026-01-01" : (state.day ?? "2026-01-01") },
    actor: HUB,
  }),
  "settings:publish": (state, { a, c }) => ({
    payload: { version: state.settings.version + (isCareless(c) ? 0 : 1 + (a % 3)), hash: "h" },
    actor: HUB,
  }),
  "ticket:issue": (state, { a, b, c }) => {
    const [classId, reason] = pick(REASONS, b);
    const serviceId = isCareless(c) ? "moon" : pick(state.settings.services, a).id;
    const language = a % 2 === 0 ? "vi" : "en";
    const payload = { serviceId, class: classId, reason, language, print: c % 2 === 0 } as const;
    return { payload, actor: device(`kiosk-${b % 2}`) };
  },
  "ticket:confirm-print": (state, { a, b, c }) => {
    const waiting = [...state.tickets.values()].filter(({ print }) => print !== "none");
    const ticket = waiting.length === 0 ? undefined : pick(waiting.slice(-5), a);
    const outcome = pick(["confirmed", "confirmed", "failed", "unknown"] as const, b);
    const actor = device(isCareless(c) ? "other" : (ticket?.deviceId ?? "kiosk-0"));
    return { payload: { ticketId: ticket?.id ?? "x", outcome }, actor };
  },
  "ticket:reprint": (state, intent) => ({
    payload: { ticketId: ticketIn(state, intent, ["waiting", "absent"]) },
    actor: pick(OFFICERS, intent.b),
  }),
  "ticket:enter": (state, intent, now) => {
    const { a, b, c } = intent;
    const [classId, reason] = pick(REASONS, b);
    const service = isCareless(c) ? undefined : pick(state.settings.services, a);
    const { prefix } = state.index.series.get(service?.seriesId ?? "") ?? { prefix: "Z" };
    const kiosk = b % 2;
    const payload = {
      ticketId: fakeId(500_000 + ((a * 1_000 + b) % 400_000)),
      label: `${prefix}${kiosk === 0 ? "K" : "L"}${1 + (a % 4)}-${String(b % 60).padStart(2, "0")}`,
      serviceId: service?.id ?? "moon",
      class: classId,
      reason,
      language: a % 2 === 0 ? "vi" : "en",
      arrivedAt: now + pick([-26 * 60, -20, -3, -1, 0, 1], a) * MINUTE,
      supersedes: wishIn(state, intent, `kiosk-${kiosk}`),
      print: pick(["confirmed", "unknown", "none"] as const, b),
    } as const;
    return { payload, actor: device(`kiosk-${kiosk}`) };
  },
  "ticket:withdraw": (state, intent) => ({
    payload: { wishId: wishIn(state, intent, `kiosk-${intent.b % 2}`) ?? fakeId(intent.a) },
    actor: device(`kiosk-${intent.b % 2}`),
  }),
  "kiosk:part": (_state, { b }, now) => ({
    payload: { deviceId: `kiosk-${b % 2}`, since: now - (b % 3) * 2_000 },
    actor: HUB,
  }),
  "kiosk:rejoin": (_state, { b }) => ({ payload: { deviceId: `kiosk-${b % 2}` }, actor: HUB }),
  "ticket:call-next": (state, intent) => atCounter(state, intent, isFree),
  "ticket:call": (state, intent) => {
    const { payload, actor } = atCounter(state, intent, isFree);
    const ticketId = ticketIn(state, intent, ["waiting", "absent"]);
    return { payload: { ...payload, ticketId, reason: reasonOr(intent, "urgent") }, actor };
  },
  "ticket:recall": (state, intent) => atCounter(state, intent, isBusy("called")),
  "ticket:put-back": (state, intent) => atCounter(state, intent, isBusy("called")),
  "ticket:start": (state, intent) => atCounter(state, intent, isBusy("called")),
  "ticket:finish": (state, intent) => ending(state, intent),
  "ticket:finish-and-call": (state, intent) => ending(state, intent),
  "ticket:no-show": (state, intent) => atCounter(state, intent, isBusy("called")),
  "ticket:return": (state, intent) => ({
    payload: { ticketId: ticketIn(state, intent, ["absent"]) },
    actor: pick(OFFICERS, intent.b),
  }),
  "ticket:park": (state, intent) => {
    const { payload, actor } = atCounter(state, intent, isBusy("serving"));
    return { payload: { ...payload, reason: reasonOr(intent, "copy") }, actor };
  },
  "ticket:resume": (state, intent) => {
    const { payload, actor } = atCounter(state, intent, isFree);
    return { payload: { ...payload, ticketId: ticketIn(state, intent, ["parked"]) }, actor };
  },
  "ticket:transfer": (state, intent) => {
    const { payload, actor } = atCounter(state, intent, isBusy("serving", "called"));
    const to = targetOf(state, intent);
    return { payload: { ...payload, to, place: pick(PLACES, intent.b) }, actor };
  },
  "ticket:cancel": (state, intent) => {
    const ticketId = ticketIn(state, intent, ["waiting", "parked", "absent"]);
    const actors = [citizen(ticketId), citizen(ticketId), pick(OFFICERS, intent.b), HUB];
    return {
      payload: { ticketId },
      actor: isCareless(intent.c) ? citizen("x") : pick(actors, intent.b),
    };
  },
  "ticket:set-priority": (state, intent) => {
    const [classId, reason] = pick(REASONS, intent.b);
    const ticketId = ticketIn(state, intent, ["waiting", "absent"]);
    return { payload: { ticketId, class: classId, reason }, actor: pick(OFFICERS, intent.b) };
  },
  "feedback:rate": (state, intent) => {
    const ticketId = ticketIn(state, intent, ["done"]);
    const score = pick(SCORES, intent.a);
    return {
      payload: { ticketId, score },
      actor: isCareless(intent.c) ? citizen("x") : citizen(ticketId),
    };
  },
  "counter:open": (state, { a, b, c }) => {
    const closed = counters(state).filter(({ status }) => status === "closed");
    const free = OFFICERS.filter(({ id }) => !counters(state).some((one) => one.officerId === id));
    const counterId = pick(closed.length === 0 || isCareless(c) ? counters(state) : closed, a).id;
    return { payload: { counterId }, actor: pick(free.length === 0 ? OFFICERS : free, b) };
  },
  "counter:close": (state, intent) => atCounter(state, intent, (one) => one.ticketId === null),
  "counter:pause": (state, intent) => {
    const { payload, actor } = atCounter(state, intent, isFree);
    return { payload: { ...payload, reason: reasonOr(intent, "break") }, actor };
  },
  "counter:resume": (state, intent) =>
    atCounter(state, intent, ({ status }) => status === "paused"),
  "counter:undo": (state, intent) =>
    atCounter(state, intent, ({ last }) => last !== null && last.undoable),
};

function isCareless(c: number): boolean {
  return c % 10 === 9;
}

function reasonOr({ c }: Intent, reason: string): string {
  return isCareless(c) && c % 20 === 9 ? "whim" : reason;
}

function pick<T>(list: readonly T[], n: number): T {
  const chosen = list[n % list.length];
  if (chosen === undefined) throw new Error("nothing to choose from");
  return chosen;
}

function counters(state: State): readonly Counter[] {
  return [...state.counters.values()];
}

type Test = (counter: Counter, state: State) => boolean;

const isFree: Test = ({ status, ticketId }) => status === "open" && ticketId === null;

function isBusy(...statuses: readonly TicketStatus[]): Test {
  return ({ ticketId }, { tickets }) => {
    const ticket = ticketId === null ? undefined : tickets.get(ticketId);
    return ticket !== undefined && statuses.includes(ticket.place.status);
  };
}

function atCounter(
  state: State,
  { a, b, c }: Intent,
  test: Test,
): { readonly payload: { readonly counterId: string }; readonly actor: Actor } {
  const manned = counters(state).filter(({ status }) => status !== "closed");
  const fitting = manned.filter((counter) => test(counter, state));
  const [list] = [fitting, manned, counters(state)].filter(({ length }) => length > 0);
  const counter = pick(isCareless(c) ? counters(state) : (list ?? []), a);
  const own = officer(counter.officerId ?? "lan");
  return { payload: { counterId: counter.id }, actor: isCareless(c) ? pick(OFFICERS, b) : own };
}

function ending(
  state: State,
  intent: Intent,
): Wish<"ticket:finish"> & Wish<"ticket:finish-and-call"> {
  const { payload, actor } = atCounter(state, intent, isBusy("serving", "called"));
  const outcome = pick(OUTCOMES, intent.b);
  return { payload: { ...payload, outcome, dossierRefs: [] }, actor };
}

function ticketIn(state: State, { b, c }: Intent, statuses: readonly TicketStatus[]): string {
  const all = [...state.tickets.values()];
  const fitting = all.filter(({ place }) => statuses.includes(place.status));
  const list = isCareless(c) || fitting.length === 0 ? all : fitting;
  return list.length === 0 ? "x" : pick(list, b).id;
}

/** Mostly a wish of the kiosk that was answered lately, sometimes one that the hub never heard of. */
function wishIn(state: State, { a, c }: Intent, kiosk: string): string | null {
  if (c % 4 === 0) return null;
  if (isCareless(c)) return fakeId(900_000 + a);
  const own = [...state.tickets.values()].filter(
    ({ deviceId, wishId }) => deviceId === kiosk && wishId !== null,
  );
  return own.length === 0 ? null : pick(own.slice(-4), a).wishId;
}

function targetOf(state: State, { a, b, c }: Intent): TransferTarget {
  const open = counters(state).filter(({ status }) => status !== "closed");
  const desk = pick(open.length === 0 || isCareless(c) ? counters(state) : open, b);
  const targets: readonly TransferTarget[] = [
    { kind: "service", id: pick(state.settings.services, b).id },
    { kind: "counter", id: desk.id },
    { kind: "officer", id: desk.officerId ?? "nobody" },
  ];
  return pick(targets, a);
}
