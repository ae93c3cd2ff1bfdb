import type { CentreSettings } from "@luot/domain";
import { z } from "zod";
import { ClassIdSchema, SlugSchema } from "../primitives.ts";
import { checkReferences } from "./checkReferences.ts";

const textOf = (max: number): z.ZodString => z.string().trim().min(1).max(max).normalize("NFC");
const Text = z.strictObject({ vi: textOf(200), en: textOf(200) }).readonly();
const ShortText = z.strictObject({ vi: textOf(40), en: textOf(40) }).readonly();
const Minutes = z.int().min(0).max(720);
const Duration = z.int().min(0).max(86_400_000);
const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a time is HH:MM");
const MonthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a day is MM-DD");
const IsoDate = z.iso.date();
const Weekday = z.enum([
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
]);
const Sessions = z
  .array(z.strictObject({ opens: TimeOfDay, closes: TimeOfDay }).readonly())
  .max(6)
  .readonly();
const Reason = z.strictObject({ id: SlugSchema, name: Text });
const Reasons = z.array(Reason.readonly()).max(40).readonly();

const CalendarSchema = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, "unknown time zone"),
    weekend: z.array(Weekday).max(7).readonly(),
    holidays: z.array(IsoDate).max(2_000).readonly(),
    makeUpDays: z.array(IsoDate).max(2_000).readonly(),
    seasons: z
      .array(
        z
          .strictObject({
            from: MonthDay,
            to: MonthDay,
            weekly: z.record(Weekday, Sessions).readonly(),
            makeUp: Sessions,
          })
          .readonly(),
      )
      .max(12)
      .readonly(),
    lastTicketMinutes: Minutes,
    alwaysOpen: z.boolean(),
  })
  .readonly();

const ClassPolicy = z
  .strictObject({
    stream: z.enum(["priority", "normal"]),
    capMs: z.int().min(60_000).max(86_400_000),
  })
  .readonly();

const PolicySchema = z
  .strictObject({
    mode: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("strict") }).readonly(),
      z
        .strictObject({ kind: z.literal("interleaved"), normals: z.int().min(1).max(50) })
        .readonly(),
    ]),
    classes: z.record(ClassIdSchema, ClassPolicy).readonly(),
    returning: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("after"), places: z.int().min(1).max(50) }).readonly(),
      z.strictObject({ kind: z.literal("tail") }).readonly(),
    ]),
    callableAfterMs: z.int().min(0).max(60_000),
    undoMs: z.int().min(0).max(60_000),
  })
  .readonly();

/** Identifiers of one agency, the old and the new form: an alias table, never computed. */
const Codes = z
  .array(z.string().regex(/^[0-9A-Z][0-9A-Z.]{1,34}$/, "an identifier is like H56.29"))
  .max(40)
  .readonly();

const Days = z.int().min(1).max(36_500);

const DossiersSchema = z
  .strictObject({
    staleAfterMinutes: z.int().min(1).max(100_000),
    dueSoonDays: z.int().min(0).max(30),
    extraCodes: z
      .array(z.string().regex(/^(?=.*#)[A-Z0-9#@./-]{4,40}$/, "a pattern is like HS-####-#####"))
      .max(20)
      .readonly(),
    hiddenProcedures: z.array(z.string().min(1).max(40)).max(500).readonly(),
    generalServices: z.array(SlugSchema).max(50).readonly(),
    maskHolder: z.enum(["initials", "hidden"]),
    ratioOf: z.enum(["resolved", "due"]),
    boardOnWall: z.boolean(),
    keep: z.strictObject({ holderDays: Days, dossierDays: Days, lookUpDays: Days }).readonly(),
  })
  .readonly();

const ServiceSchema = z
  .strictObject({
    id: SlugSchema,
    agencyId: SlugSchema,
    seriesId: SlugSchema,
    kind: z.enum(["submit", "supplement", "collect", "pay", "guidance"]),
    name: Text,
    expectedServiceMs: Duration.min(10_000),
    sessionQuota: z.int().min(1).max(100_000).nullable(),
  })
  .readonly();

/**
 * The settings document of a centre: all that it decides about its hall. Strict, with every
 * reference checked, because a mistake here stops a hall full of people.
 */
export const SettingsSchema = z
  .strictObject({
    version: z.int().min(1),
    centre: z.strictObject({ id: SlugSchema, name: Text, isDemo: z.boolean() }).readonly(),
    calendar: CalendarSchema,
    agencies: z
      .array(
        z
          .strictObject({ id: SlugSchema, name: Text, short: ShortText, codes: Codes.optional() })
          .readonly(),
      )
      .min(1)
      .max(200)
      .readonly(),
    series: z
      .array(
        z
          .strictObject({
            id: SlugSchema,
            prefix: z.string().regex(/^[A-Z]{1,2}$/, "one or two capital letters"),
            from: z.int().min(0).max(99_999),
            to: z.int().min(1).max(99_999),
            digits: z.int().min(1).max(6),
            overflow: z.boolean(),
          })
          .readonly(),
      )
      .min(1)
      .max(100)
      .readonly(),
    services: z.array(ServiceSchema).min(1).max(500).readonly(),
    counters: z
      .array(
        z
          .strictObject({
            id: SlugSchema,
            number: z.int().min(1).max(999),
            name: Text.nullable(),
            zone: SlugSchema,
            tiers: z
              .array(z.array(SlugSchema).min(1).max(500).readonly())
              .min(1)
              .max(10)
              .readonly(),
          })
          .readonly(),
      )
      .min(1)
      .max(300)
      .readonly(),
    priorityReasons: z
      .array(Reason.extend({ class: ClassIdSchema }).readonly())
      .max(40)
      .readonly(),
    pauseReasons: Reasons,
    callReasons: Reasons,
    parkReasons: Reasons,
    policy: PolicySchema,
    dossiers: DossiersSchema.optional(),
    ticketNotice: Text,
    ticketFooter: Text,
  })
  .superRefine(checkReferences)
  .readonly();

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // The platform's own list is the only judge, and it answers by throwing.
    return false;
  }
}

/**
 * Fails to compile when the document and the engine's settings drift apart.
 *
 * @public nobody imports it; that it is there is the check
 */
export const settingsAreTheDomains: {
  readonly parsed: (settings: z.infer<typeof SettingsSchema>) => CentreSettings;
  readonly known: (settings: CentreSettings) => z.infer<typeof SettingsSchema>;
} = { parsed: (settings) => settings, known: (settings) => settings };
