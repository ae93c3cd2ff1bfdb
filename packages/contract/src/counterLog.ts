import { z } from "zod";
import { ERROR_CODES } from "./errorCodes.ts";
import {
  OpaqueRefSchema,
  OutcomeSchema,
  SlugSchema,
  TimeSchema,
  UuidSchema,
} from "./primitives.ts";

/** More than a counter does in a day; what comes after is refused, not lost. */
export const MAX_LOG_ENTRIES = 600;
/** Of one counter's own list; who stands further behind waits for the hub. */
export const MAX_PAPER_LIST = 600;
/** The lists of fifty other counters. */
const MAX_ELSEWHERE = 50 * MAX_PAPER_LIST;

const TextSchema = z.strictObject({ vi: z.string().max(300), en: z.string().max(300) });

/** A ticket as a counter knows it without the hub. */
export const LoggedTicketSchema = z.strictObject({
  /** `null`: read off a paper, as numbers are that a kiosk gave without the hub. */
  id: UuidSchema.nullable(),
  label: z.string().min(1).max(16),
  service: TextSchema.nullable(),
});
export type LoggedTicket = z.infer<typeof LoggedTicketSchema>;

const entry = { id: UuidSchema, at: TimeSchema, ticket: LoggedTicketSchema };

/** Something that was done at the counter and that the hub is yet to be told, under its id. */
export const LogEntrySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("call"), ...entry }),
  z.strictObject({
    kind: z.literal("finish"),
    ...entry,
    outcome: OutcomeSchema,
    dossierRefs: z.array(OpaqueRefSchema).max(20).readonly().optional(),
  }),
  z.strictObject({ kind: z.literal("no-show"), ...entry }),
]);
export type LogEntry = z.infer<typeof LogEntrySchema>;

const OfficerSchema = z.strictObject({ officerId: SlugSchema, name: z.string().max(200) });
const CurrentSchema = LoggedTicketSchema.extend({ isServing: z.boolean() }).nullable();

/** What a counter would need to go on without the hub, as of its last word. */
export const PaperStockSchema = z.strictObject({
  /** When the hub was last heard, its clock. */
  asOf: TimeSchema,
  /** Who worked here, and who was at the counter then. */
  officer: OfficerSchema,
  current: CurrentSchema,
  /** The screen was locked: only a supervisor's PIN lets anybody go on. */
  isLocked: z.boolean().optional(),
  /** The counter had a break: it has no list of its own. */
  isPaused: z.boolean().optional(),
  /** Whom this counter calls, in order. */
  list: z.array(LoggedTicketSchema).max(MAX_PAPER_LIST).readonly(),
  /** Numbers on other counters' lists, with the counter's number. */
  elsewhere: z
    .record(z.string().max(16), z.int())
    .refine((all) => Object.keys(all).length <= MAX_ELSEWHERE, "too many"),
});
export type PaperStock = z.infer<typeof PaperStockSchema>;

/** A counter's paper mode: who let it, since when, and whom it calls. */
export const PaperModeSchema = z.strictObject({
  startedAt: TimeSchema,
  startedBy: z.string().max(200),
  stock: PaperStockSchema,
  /** Numbers added by hand, not called yet. */
  added: z.array(LoggedTicketSchema).max(200).readonly(),
});
export type PaperMode = z.infer<typeof PaperModeSchema>;

/** What the hub did not take, until the officer has read it. */
export const ToldSchema = z.strictObject({
  label: z.string().max(16),
  kind: z.enum(["call", "finish", "no-show"]),
  code: z.enum(ERROR_CODES),
});
export type Told = z.infer<typeof ToldSchema>;

/** What a counter keeps over restarts: what the hub does not know yet, and what it refused. */
export const CounterLogSchema = z.strictObject({
  version: z.literal(1),
  counterId: SlugSchema,
  officer: OfficerSchema,
  /** Who was at the counter before the first entry. */
  current: CurrentSchema,
  entries: z.array(LogEntrySchema).max(MAX_LOG_ENTRIES).readonly(),
  paper: PaperModeSchema.nullable(),
  told: z.array(ToldSchema).max(MAX_LOG_ENTRIES).readonly(),
  /** Visits of the paper mode that the hub took, until the officer has read it. */
  merged: z.int().nonnegative(),
});
export type CounterLog = z.infer<typeof CounterLogSchema>;
