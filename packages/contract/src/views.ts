import type { DeskView, DisplayView, KioskView } from "@luot/domain";
import { z } from "zod";
import {
  DisplayCounterSchema,
  DisplayLineSchema,
  RecentCallSchema,
  PlaceSchema,
  ServiceTimesSchema,
  WaitingCountsSchema,
} from "./events.ts";
import { LanguageSchema, SlugSchema, TimeSchema, UuidSchema } from "./primitives.ts";

const head = {
  day: z.string().nullable(),
  isOpen: z.boolean(),
  settingsVersion: z.int().nonnegative(),
};
const Status = z.enum(["open", "paused"]);
const Count = z.int().nonnegative();

/** Snapshot for kiosks. */
const KioskViewSchema = z.object({
  ...head,
  counters: z.record(z.string(), Status),
  waiting: z.record(z.string(), WaitingCountsSchema),
  serviceTimes: ServiceTimesSchema,
  issued: z.record(z.string(), Count),
});

/** Snapshot for counters and the console. */
const DeskViewSchema = z.object({
  ...head,
  counters: z.record(
    z.string(),
    z.object({
      status: Status,
      officerId: SlugSchema.nullable(),
      pauseReason: SlugSchema.nullable(),
      ticketId: UuidSchema.nullable(),
    }),
  ),
  tickets: z.record(
    z.string(),
    z.object({
      id: UuidSchema,
      label: z.string(),
      place: PlaceSchema,
      reason: SlugSchema.nullable(),
      language: LanguageSchema,
      issuedAt: TimeSchema,
      callableAt: TimeSchema,
      capAt: TimeSchema,
      print: z.enum(["none", "pending", "confirmed", "failed", "unknown"]),
      calledAt: TimeSchema.nullable(),
      startedAt: TimeSchema.nullable(),
      recalls: Count,
      movedAt: TimeSchema,
    }),
  ),
  serviceTimes: ServiceTimesSchema,
  totals: z.object({ issued: Count, done: Count, cancelled: Count, expired: Count }),
});

/** Snapshot for displays. */
const DisplayViewSchema = z.object({
  ...head,
  counters: z.record(z.string(), DisplayCounterSchema),
  calls: z.array(RecentCallSchema).readonly(),
  lines: z.record(z.string(), DisplayLineSchema),
});

/** The snapshot of each kind of view. */
export const VIEW_SCHEMAS = {
  kiosk: KioskViewSchema,
  counter: DeskViewSchema,
  display: DisplayViewSchema,
  console: DeskViewSchema,
} as const;

/**
 * Fails to compile when a snapshot and the domain's view drift apart.
 *
 * @public nobody imports it; that it is there is the check
 */
export const viewsAreTheDomains: {
  readonly kiosk: readonly [
    (view: KioskView) => z.infer<typeof KioskViewSchema>,
    (view: z.infer<typeof KioskViewSchema>) => KioskView,
  ];
  readonly desk: readonly [
    (view: DeskView) => z.infer<typeof DeskViewSchema>,
    (view: z.infer<typeof DeskViewSchema>) => DeskView,
  ];
  readonly display: readonly [
    (view: DisplayView) => z.infer<typeof DisplayViewSchema>,
    (view: z.infer<typeof DisplayViewSchema>) => DisplayView,
  ];
} = {
  kiosk: [(view) => view, (view) => view],
  desk: [(view) => view, (view) => view],
  display: [(view) => view, (view) => view],
};
