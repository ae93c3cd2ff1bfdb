import { z } from "zod";

/** UUIDv7 in lower case: ids of commands and tickets. */
export const UuidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** Ids an administrator chose: services, counters, reasons, officers, devices. */
export const SlugSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/** An opaque reference to a dossier; no dossier code, nothing personal. */
export const OpaqueRefSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** Epoch milliseconds of the hub's clock. */
export const TimeSchema = z.int().nonnegative();

/** Six digits shown by a device that wants to be paired. */
export const PairingCodeSchema = z.string().regex(/^\d{6}$/);

/** An ISO date. */
export const DateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const ClassIdSchema = z.enum(["normal", "priority", "appointment", "returning"]);
export const LanguageSchema = z.enum(["vi", "en"]);
export const OutcomeSchema = z.enum([
  "accepted",
  "supplemented",
  "returned_result",
  "guided",
  "rejected",
]);
/** How a visit was. */
export const ScoreSchema = z.enum(["very_satisfied", "satisfied", "neutral", "dissatisfied"]);
export const TicketStatusSchema = z.enum([
  "waiting",
  "called",
  "serving",
  "parked",
  "absent",
  "done",
  "cancelled",
  "expired",
]);

/** A wait as it is told to people, in milliseconds. */
export const WaitEstimateSchema = z.object({
  lowMs: z.int().nonnegative(),
  middleMs: z.int().nonnegative(),
  highMs: z.int().nonnegative(),
});
