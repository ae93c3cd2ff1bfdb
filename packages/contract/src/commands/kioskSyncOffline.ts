import { z } from "zod";
import { defineCommand } from "../defineCommand.ts";
import { ERROR_CODES } from "../errorCodes.ts";
import {
  ClassIdSchema,
  LanguageSchema,
  OpaqueRefSchema,
  SlugSchema,
  TimeSchema,
  UuidSchema,
} from "../primitives.ts";

/** A label of a kiosk's own series: prefix, the kiosk's letter, its epoch, a hyphen, the number. */
export const OfflineLabelSchema = z.string().regex(/^[A-Z0-9]{0,4}[A-Z][1-9]\d{0,3}-\d{2,5}$/);

/** A number that a kiosk gave by itself. */
const GivenSchema = z.strictObject({
  kind: z.literal("ticket"),
  id: UuidSchema,
  ticketId: UuidSchema,
  label: OfflineLabelSchema,
  serviceId: SlugSchema,
  class: ClassIdSchema,
  reason: SlugSchema.nullable(),
  language: LanguageSchema,
  arrivedAt: TimeSchema.describe("Hub time, as the kiosk knew it."),
  supersedes: UuidSchema.nullable().describe("Id of the unanswered ticket:issue."),
  print: z.enum(["none", "pending", "confirmed", "failed", "unknown"]),
  dossierRef: OpaqueRefSchema.optional(),
});

/** A wish that the kiosk gave up without giving a number. */
const WithdrawnSchema = z.strictObject({
  kind: z.literal("void"),
  id: UuidSchema,
  wishId: UuidSchema,
});

/** An entry of a kiosk's outbox. `id` makes it count once, however often it is sent. */
export const OfflineRecordSchema = z.discriminatedUnion("kind", [GivenSchema, WithdrawnSchema]);
export type OfflineRecord = z.infer<typeof OfflineRecordSchema>;

/** As many as surely fit into one message. */
export const MAX_OFFLINE_RECORDS = 32;

/** A kiosk that was cut off tells what it did meanwhile, in order. */
export const kioskSyncOffline = defineCommand({
  type: "kiosk:sync-offline",
  payload: z.strictObject({
    since: TimeSchema.describe("When the kiosk last heard the hub before, hub time."),
    records: z.array(OfflineRecordSchema).max(MAX_OFFLINE_RECORDS).readonly(),
    isDone: z.boolean().describe("Nothing is left: held numbers of this kiosk may be called."),
  }),
  data: z.object({
    results: z
      .array(z.object({ id: UuidSchema, code: z.enum(["accepted", ...ERROR_CODES]) }))
      .readonly(),
  }),
  refusals: ["day_not_open"],
});
