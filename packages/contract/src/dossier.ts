import { z } from "zod";
import { OpaqueRefSchema, SlugSchema, TimeSchema } from "./primitives.ts";

/** The codes of the national exchange list of dossier states. */
export const DossierStatusSchema = z.enum(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);

/** The steps of a dossier on its way, in order. */
export const DossierStepSchema = z.object({
  step: z.enum(["registered", "received", "processing", "result", "returned"]),
  /** `blocked`: it waits here for the citizen, or went no further. */
  state: z.enum(["done", "now", "blocked", "ahead"]),
  at: TimeSchema.nullable(),
});

/** What its citizen can do today. */
export const NextStepSchema = z.object({
  kind: z
    .enum(["collect", "supplement", "pay", "wait", "ask", "none"])
    .describe("wait: nothing can be done today. none: all is done. ask: an officer answers."),
  serviceId: SlugSchema.nullable().describe("The line for it in this centre, if there is one."),
  isElsewhere: z.boolean().describe("It is done in another place than this centre."),
  place: z
    .string()
    .max(300)
    .nullable()
    .describe("That place as written; at a kiosk null, for it may be somebody's address."),
});

/** A dossier as a kiosk may show it: nothing of its holder but the mask. */
export const DossierViewSchema = z.object({
  ref: OpaqueRefSchema.describe("Stands for the dossier in numbers and events."),
  code: z.string().max(64),
  procedure: z.object({ code: z.string().max(64).nullable(), name: z.string().max(500) }),
  agencyId: SlugSchema.nullable().describe("One of this centre's agencies; null for another."),
  unit: z.string().max(300).nullable().describe("Who handles it, as the source wrote it."),
  holder: z.string().max(200).nullable().describe("Masked."),
  status: DossierStatusSchema.nullable().describe("null for a state nobody knows."),
  statusAt: TimeSchema.nullable(),
  receivedAt: TimeSchema,
  dueAt: TimeSchema.nullable(),
  newDueAt: TimeSchema.nullable(),
  reappointments: z.int().nonnegative(),
  finishedAt: TimeSchema.nullable(),
  returnedAt: TimeSchema.nullable(),
  light: z
    .enum(["on_time", "due_soon", "overdue"])
    .nullable()
    .describe("null when nothing is due."),
  daysLeft: z.int().nullable().describe("Working days until it is due; below 0 since then."),
  timeline: z.array(DossierStepSchema).max(8).readonly(),
  missing: z.array(z.string().max(300)).max(30).readonly(),
  fee: z.object({ amount: z.int().nonnegative(), isPaid: z.boolean() }).nullable(),
  next: NextStepSchema,
  asOf: TimeSchema.describe("When its source was last in step with the register."),
  isStale: z.boolean().describe("asOf is older than the centre's limit."),
  canProve: z.boolean().describe("Whether a second factor opens more."),
});
export type DossierView = z.infer<typeof DossierViewSchema>;

/** What a second factor opens besides. */
export const DossierDetailsSchema = z.object({
  phone: z.string().max(40).nullable().describe("Masked."),
  resultPlace: z.string().max(300).nullable(),
  history: z
    .array(z.object({ status: DossierStatusSchema.nullable(), at: TimeSchema }))
    .max(100)
    .readonly()
    .describe("Oldest first."),
});
export type DossierDetails = z.infer<typeof DossierDetailsSchema>;

/** How many dossiers stand where, in one period. */
export const BoardCountsSchema = z.object({
  carriedOver: z.int().nonnegative(),
  received: z.int().nonnegative(),
  resolved: z.object({
    early: z.int().nonnegative(),
    onTime: z.int().nonnegative(),
    late: z.int().nonnegative(),
  }),
  ended: z.int().nonnegative().describe("Refused, withdrawn or stopped: neither of the others."),
  inProgress: z.object({ inTime: z.int().nonnegative(), overdue: z.int().nonnegative() }),
  due: z
    .int()
    .nonnegative()
    .describe("Whose time ended in the period, up to now, or who were resolved before it ends."),
  dueKept: z.int().nonnegative().describe("Of those, the ones resolved before or on time."),
});
export type BoardCounts = z.infer<typeof BoardCountsSchema>;

export const BOARD_PERIODS = ["day", "month", "quarter", "year"] as const;
export const BoardPeriodSchema = z.enum(BOARD_PERIODS);
export type BoardPeriod = z.infer<typeof BoardPeriodSchema>;

/** The board of a centre: GET /api/board?period=quarter&date=2026-11-24. */
export const BoardSchema = z.object({
  period: BoardPeriodSchema,
  from: z.string().describe("ISO date, included."),
  to: z.string().describe("ISO date, included."),
  total: BoardCountsSchema,
  agencies: z
    .array(z.object({ agencyId: SlugSchema.nullable(), counts: BoardCountsSchema }))
    .max(300)
    .readonly()
    .describe("In the order of the settings; null for all others together, last."),
  ratioOf: z.enum(["resolved", "due"]).describe("What the shown ratio is divided by."),
  asOf: TimeSchema.nullable().describe("null before anything was imported."),
  isStale: z.boolean(),
});
export type Board = z.infer<typeof BoardSchema>;
