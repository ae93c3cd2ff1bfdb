import { z } from "zod";

/** More dossiers than this are sent in several batches. */
export const MAX_BATCH = 1_000;
export const MAX_PUSH_BYTES = 4 * 1024 * 1024;

const Moment = z
  .string()
  .describe("ISO 8601 with its offset, e.g. 2026-11-24T10:30:00+07:00; or yyyy-MM-dd HH:mm:ss.");

/** A dossier as it is sent where the source's mapping is luot-json. */
export const PushedDossierSchema = z
  .object({
    code: z.string().max(64).describe("E.g. H56.29-250401-0003."),
    procedureCode: z.string().nullish().describe("E.g. 1.001193."),
    procedureName: z.string().nullish().describe("Required without procedureCode."),
    field: z.string().nullish(),
    agencyCode: z.string().nullish().describe("Identifier of the agency that handles it."),
    unit: z.string().nullish(),
    holder: z
      .object({
        name: z.string(),
        kind: z.enum(["citizen", "business"]).nullish(),
        phone: z.string().nullish(),
        identity: z.string().nullish(),
      })
      .nullish()
      .describe("Kept sealed, shown masked."),
    receivedAt: Moment,
    dueAt: Moment.nullish(),
    newDueAt: Moment.nullish(),
    reappointments: z.int().nonnegative().nullish(),
    finishedAt: Moment.nullish(),
    returnedAt: Moment.nullish(),
    status: z.string().describe("1 to 10 of the national exchange list."),
    statusAt: Moment.nullish(),
    missing: z.array(z.string()).nullish().describe("Papers still to be brought."),
    fee: z
      .object({ amount: z.int().nonnegative().describe("đồng"), isPaid: z.boolean() })
      .nullish(),
    resultPlace: z.string().nullish(),
    updatedAt: Moment.nullish().describe("Version: an older one than the kept is not taken."),
  })
  .describe("A source with another mapping sends its own form, e.g. HoSo of DongBoHoSoMC.");

/** What is sent. Other names beside `data`, such as `service`, are not read. */
export const PushBodySchema = z.object({
  data: z.array(z.unknown()).min(1).max(MAX_BATCH),
});

const Count = z.int().nonnegative();
export const PushResultSchema = z.object({
  index: Count.describe("Of the record in data, from 0."),
  code: z.string().nullable().describe("null where it could not be read."),
  outcome: z
    .enum(["added", "changed", "same", "older", "expired", "refused"])
    .describe("older: a newer version is kept. expired: past its purpose, so not kept."),
  faults: z.array(
    z.object({
      field: z.string(),
      path: z.string().nullable().describe("Where it stands in the record."),
      reason: z.string().describe("Snake case, e.g. not_a_date, status_goes_back."),
    }),
  ),
});
export type PushResult = z.infer<typeof PushResultSchema>;

/** What became of a batch: one result for each record, in order. */
export const PushAnswerSchema = z.object({
  run: Count.describe("Names this batch to the centre's administrator."),
  results: z.array(PushResultSchema),
});
export type PushAnswer = z.infer<typeof PushAnswerSchema>;

export const PushErrorSchema = z.object({
  error: z.enum(["bad_request", "bad_key", "source_off", "rate_limited", "unavailable"]),
});
export type PushError = z.infer<typeof PushErrorSchema>;
