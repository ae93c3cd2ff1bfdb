import type { Event, ViewEvent } from "@luot/domain";
import { z } from "zod";
import {
  ClassIdSchema,
  DateSchema,
  LanguageSchema,
  OpaqueRefSchema,
  OutcomeSchema,
  ScoreSchema,
  SlugSchema,
  TicketStatusSchema,
  TimeSchema,
  UuidSchema,
} from "./primitives.ts";

const LineSchema = z.templateLiteral([z.enum(["service", "counter", "officer"]), ":", z.string()]);

/** Where a ticket stands. */
export const PlaceSchema = z.object({
  status: TicketStatusSchema,
  serviceId: SlugSchema,
  class: ClassIdSchema,
  line: LineSchema,
  counterId: SlugSchema.nullable(),
  orderAt: z.number(),
});

const HeadSchema = z.object({
  seq: z.int().positive(),
  centre: SlugSchema,
  day: DateSchema,
  at: TimeSchema,
  actor: z.string(),
  cause: z.string(),
});

const OnTicket = z.object({ ticketId: UuidSchema, label: z.string().max(16) });
const Move = OnTicket.extend({ issuedAt: TimeSchema, from: PlaceSchema, to: PlaceSchema });
const OnCounter = z.object({ counterId: SlugSchema });
const Print = z.enum(["none", "pending", "confirmed", "failed", "unknown"]);
const AnyOutcome = z.union([OutcomeSchema, z.literal("day_closed")]);
const MaybeTime = TimeSchema.nullable();
const DossierRefs = z.array(OpaqueRefSchema).max(20).readonly();
const Recalls = z.int().nonnegative();

const BasisSchema = z.object({
  rule: z.enum(["cap", "only", "strict", "turn", "chosen"]),
  tier: z.int().nonnegative(),
  stream: z.enum(["priority", "normal"]),
  normals: z.int().nonnegative(),
  priorityWaiting: z.boolean(),
  heads: z
    .array(z.object({ line: LineSchema, class: ClassIdSchema, ticketId: UuidSchema }))
    .readonly(),
  reason: SlugSchema.nullable(),
});

const of = <const T extends string, S extends z.ZodRawShape>(type: T, payload: z.ZodObject<S>) =>
  z.object({ ...HeadSchema.shape, type: z.literal(type), ...payload.shape });

const dayOpened = of("day-opened", z.object({ settingsVersion: z.int().positive() }));
const dayClosed = of("day-closed", z.object({}));
const published = of(
  "settings-published",
  z.object({ version: z.int().positive(), hash: z.string() }),
);
const issued = of(
  "ticket-issued",
  OnTicket.extend({
    number: z.int().nonnegative(),
    seriesId: SlugSchema,
    to: PlaceSchema,
    reason: SlugSchema.nullable(),
    language: LanguageSchema,
    deviceId: SlugSchema.nullable(),
    callableAt: TimeSchema,
    capAt: TimeSchema,
    print: z.enum(["none", "pending"]),
    sessionId: z.string(),
    dossierRefs: DossierRefs.optional(),
  }),
);
const entered = of(
  "ticket-entered",
  OnTicket.extend({
    number: z.int().nonnegative(),
    seriesId: SlugSchema,
    to: PlaceSchema,
    reason: SlugSchema.nullable(),
    language: LanguageSchema,
    deviceId: SlugSchema.nullable(),
    issuedAt: TimeSchema,
    capAt: TimeSchema,
    print: Print,
    sessionId: z.string().nullable(),
    dossierRefs: DossierRefs.optional(),
  }),
);
const enteredLate = of(
  "ticket-entered-late",
  OnTicket.extend({
    serviceId: SlugSchema,
    class: ClassIdSchema,
    deviceId: SlugSchema.nullable(),
    issuedAt: TimeSchema,
  }),
);
const superseded = of(
  "wish-superseded",
  z.object({ wishId: UuidSchema, deviceId: SlugSchema.nullable() }),
);
const printConfirmed = of("ticket-print-confirmed", OnTicket.extend({ callableAt: TimeSchema }));
const printFailed = of(
  "ticket-print-failed",
  OnTicket.extend({ print: z.enum(["failed", "unknown"]) }),
);
const held = of("ticket-held", OnTicket.extend({ callableAt: TimeSchema }));
const released = of("ticket-released", OnTicket.extend({ callableAt: TimeSchema }));
const reprinted = of("ticket-reprinted", OnTicket.extend({ copy: z.int().positive() }));
const called = of("ticket-called", Move.extend({ language: LanguageSchema, basis: BasisSchema }));
const rated = of("ticket-rated", OnTicket.extend({ score: ScoreSchema }));
const recalled = of(
  "ticket-recalled",
  OnTicket.extend({
    counterId: SlugSchema,
    serviceId: SlugSchema,
    language: LanguageSchema,
    count: z.int().positive(),
  }),
);
const putBack = of("ticket-put-back", Move);
const started = of("ticket-started", Move.extend({ startedAt: TimeSchema }));
const finished = of(
  "ticket-finished",
  Move.extend({
    outcome: AnyOutcome,
    dossierRefs: z.array(z.string()).readonly(),
    serviceMs: z.int().nonnegative(),
  }),
);
const missed = of("ticket-missed", Move);
const returned = of("ticket-returned", Move);
const parked = of("ticket-parked", Move.extend({ reason: SlugSchema }));
const resumed = of("ticket-resumed", Move);
const transferred = of("ticket-transferred", Move);
const cancelled = of(
  "ticket-cancelled",
  Move.extend({ reason: z.enum(["citizen", "officer", "hub", "superseded"]) }),
);
const expired = of("ticket-expired", Move);
const prioritySet = of(
  "ticket-priority-set",
  Move.extend({ reason: SlugSchema.nullable(), capAt: TimeSchema }),
);
const restored = of(
  "ticket-restored",
  Move.extend({
    times: z.object({
      calledAt: MaybeTime,
      calledSeq: z.int().nullable(),
      calledBy: SlugSchema.nullable(),
      startedAt: MaybeTime,
      finishedAt: MaybeTime,
      recalls: Recalls,
      outcome: AnyOutcome.nullable(),
    }),
    kept: z.object({
      reason: SlugSchema.nullable(),
      language: LanguageSchema,
      issuedAt: TimeSchema,
      callableAt: TimeSchema,
      capAt: TimeSchema,
      print: Print,
      calledAt: MaybeTime,
      startedAt: MaybeTime,
      recalls: Recalls,
    }),
  }),
);
const counterOpened = of("counter-opened", OnCounter.extend({ officerId: SlugSchema }));
const counterClosed = of("counter-closed", OnCounter);
const counterPaused = of("counter-paused", OnCounter.extend({ reason: SlugSchema }));
const counterResumed = of("counter-resumed", OnCounter);
const counterUndone = of("counter-undone", OnCounter.extend({ undone: z.string() }));

/** A fact as the journal keeps it. */
export const EventSchema = z.discriminatedUnion("type", [
  dayOpened,
  dayClosed,
  published,
  issued,
  entered,
  enteredLate,
  superseded,
  printConfirmed,
  printFailed,
  held,
  released,
  reprinted,
  rated,
  called,
  recalled,
  putBack,
  started,
  finished,
  missed,
  returned,
  parked,
  resumed,
  transferred,
  cancelled,
  expired,
  prioritySet,
  restored,
  counterOpened,
  counterClosed,
  counterPaused,
  counterResumed,
  counterUndone,
]);

const head = { actor: true, cause: true, centre: true } as const;

/** People who wait, by class. */
export const WaitingCountsSchema = z.partialRecord(ClassIdSchema, z.int().nonnegative());

/** Latest visits, by service. */
export const ServiceTimesSchema = z.record(
  z.string(),
  z.array(z.object({ ticketId: UuidSchema, ms: z.int().nonnegative() })).readonly(),
);

/** The line of a service as the hall sees it. */
export const DisplayLineSchema = z.object({
  waiting: z.int().nonnegative(),
  next: z
    .array(z.object({ label: z.string(), issuedAt: TimeSchema, callableAt: TimeSchema }))
    .readonly(),
});

/** A desk as the hall sees it. */
export const DisplayCounterSchema = z.object({
  status: z.enum(["open", "paused"]),
  ticketId: UuidSchema.nullable(),
  label: z.string().nullable(),
  isServing: z.boolean(),
});

/** An entry of the list of latest calls. */
export const RecentCallSchema = z.object({
  seq: z.int().positive(),
  ticketId: UuidSchema,
  label: z.string(),
  counterId: SlugSchema,
  serviceId: SlugSchema,
  language: LanguageSchema,
  at: TimeSchema,
  count: z.int().nonnegative(),
});

/** A fact as screens get it. Unknown types are newer than the screen and change nothing it shows. */
export const ViewEventSchema = z.discriminatedUnion("type", [
  dayOpened.omit(head),
  dayClosed.omit(head),
  published.omit(head),
  issued.omit({ ...head, deviceId: true }),
  entered.omit({ ...head, deviceId: true }),
  printConfirmed.omit(head),
  printFailed.omit(head),
  held.omit(head),
  released.omit(head),
  called.omit({ ...head, basis: true }),
  recalled.omit(head),
  putBack.omit(head),
  started.omit(head),
  finished.omit({ ...head, dossierRefs: true }),
  missed.omit(head),
  returned.omit(head),
  parked.omit(head),
  resumed.omit(head),
  transferred.omit(head),
  cancelled.omit(head),
  expired.omit(head),
  prioritySet.omit(head),
  restored.omit(head),
  counterOpened.omit(head).partial({ officerId: true }),
  counterClosed.omit(head),
  counterPaused.omit(head),
  counterResumed.omit(head),
  counterUndone.omit(head),
  z.object({
    type: z.literal("hall-changed"),
    seq: z.int().positive(),
    lines: z.record(z.string(), DisplayLineSchema.partial({ next: true })),
    counters: z.record(z.string(), DisplayCounterSchema.nullable()),
    calls: z
      .object({
        touched: z.array(UuidSchema).readonly(),
        entries: z.array(RecentCallSchema).readonly(),
        oldest: z.int().positive().nullable(),
      })
      .nullable(),
  }),
  z.object({
    type: z.literal("services-changed"),
    seq: z.int().positive(),
    waiting: z.record(z.string(), WaitingCountsSchema),
    serviceTimes: ServiceTimesSchema,
    issued: z.record(z.string(), z.int().nonnegative()),
  }),
]);

/**
 * Fails to compile when the journal's facts and the engine's drift apart.
 *
 * @public nobody imports it; that it is there is the check
 */
export const eventsAreTheDomains: {
  readonly parsed: (event: z.infer<typeof EventSchema>) => Event;
  readonly known: (event: Event) => z.infer<typeof EventSchema>;
} = { parsed: (event) => event, known: (event) => event };

/**
 * Fails to compile when what screens get and what they fold drift apart.
 *
 * @public nobody imports it; that it is there is the check
 */
export const viewEventsAreTheDomains: (event: ViewEvent) => z.input<typeof ViewEventSchema> = (
  event,
) => event;
