import { z } from "zod";
import { DossierStatusSchema } from "./dossier.ts";
import { DossierMappingSchema } from "./dossierMapping.ts";
import { SlugSchema, TimeSchema } from "./primitives.ts";

const Count = z.int().nonnegative();
const text = (max: number): z.ZodString => z.string().trim().min(1).max(max).normalize("NFC");
const HttpUrl = z.url({ protocol: /^https?$/ }).max(300);
const Secret = z
  .string()
  .min(1)
  .max(200)
  .nullable()
  .describe("Never told again; null keeps the one that is kept.");

/** Mappings that come with the hub; `auto` takes the one that fits the file. */
export const BUILT_IN_MAPPINGS = [
  "auto",
  "dong-bo-ho-so-mc",
  "register-book",
  "luot-json",
] as const;

/** How records of a source are read: a mapping that comes with the hub, or the centre's own. */
export const MappingChoiceSchema = z.union([z.enum(BUILT_IN_MAPPINGS), DossierMappingSchema]);
export type MappingChoice = z.infer<typeof MappingChoiceSchema>;

/** How a list of dossiers is asked for, page by page. */
export const PullListSchema = z
  .strictObject({
    page: text(60).describe("Name of the question's page number, which counts from 1."),
    size: text(60).describe("Name of the question's rows a page."),
    since: z
      .strictObject({
        name: text(60),
        format: z.enum(["yyyyMMddHHmmss", "iso", "epoch-ms"]),
      })
      .readonly()
      .nullable()
      .describe("How only what changed is asked for; null reads the whole list each time."),
    changedAt: text(200)
      .nullable()
      .describe("The record's own change stamp, in whose order the list is; null when in none."),
    records: z.string().max(200).describe("Path of the list in an answer; empty for the whole."),
    sessionHeader: text(60).describe("authorization: sent as Bearer; any other: sent as it is."),
    fullEveryHours: z.int().min(0).max(8_760).describe("The whole list anew; 0 for never."),
  })
  .readonly();
export type DossierPullList = z.infer<typeof PullListSchema>;

/** How dossiers are fetched over HTTP. */
export const PullSchema = z
  .strictObject({
    url: HttpUrl.describe("Of the list of dossiers."),
    login: z
      .strictObject({ url: HttpUrl, username: text(100), password: Secret })
      .readonly()
      .nullable()
      .describe("null where none is asked for."),
    everyMinutes: z.int().min(1).max(1_440),
    pageSize: z.int().min(1).max(1_000),
    timeoutMs: z.int().min(1_000).max(120_000).describe("Of one request."),
    list: PullListSchema.optional().describe("As DongBoHoSoMC is asked, when left out."),
  })
  .readonly();
export type DossierPull = z.infer<typeof PullSchema>;

const shared = {
  id: SlugSchema,
  name: text(100),
  isOn: z.boolean(),
  mapping: MappingChoiceSchema,
};

/** Where dossiers come from: files, a server that is asked, or one that sends. */
export const DossierSourceSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...shared, kind: z.literal("file") }).readonly(),
  z.strictObject({ ...shared, kind: z.literal("pull"), pull: PullSchema }).readonly(),
  z.strictObject({ ...shared, kind: z.literal("push") }).readonly(),
]);
export type DossierSource = z.infer<typeof DossierSourceSchema>;

/** What is wrong with one field of one record. Names and codes alone, never a value. */
export const DossierFaultSchema = z.object({
  row: Count.describe("As the file counts, 1 first."),
  field: z.string().max(100).describe("Of the dossier, e.g. receivedAt."),
  reason: z.string().max(60).describe("Snake case, e.g. no_such_date."),
});
export type DossierFault = z.infer<typeof DossierFaultSchema>;

/** How many rows of a run became what. */
export const RowCountsSchema = z.object({
  added: Count,
  changed: Count,
  same: Count,
  older: Count,
  expired: Count,
  refused: Count,
});

/** One time that a source was read. */
export const DossierRunSchema = z.object({
  id: Count,
  source: z.string().max(64),
  name: z.string().max(200).describe("Of the file, or whatever names the run."),
  startedAt: TimeSchema,
  endedAt: TimeSchema.nullable(),
  outcome: z
    .enum(["done", "refused", "failed", "interrupted"])
    .nullable()
    .describe(
      "null while it goes on. A file that is not done changed nothing; a server's pages that came before a failure stay.",
    ),
  reason: z.string().max(60).nullable().describe("Snake case; why nothing was taken."),
  counts: RowCountsSchema,
});
export type DossierRun = z.infer<typeof DossierRunSchema>;

/** What became of a file: the answer to an upload, and the report beside a dropped file. */
export const ImportReportSchema = z.object({
  run: Count,
  source: z.string().max(64),
  name: z.string().max(200),
  at: TimeSchema,
  outcome: z
    .enum(["done", "unchanged", "refused"])
    .describe("unchanged: this very file was taken before. refused: nothing of it was taken."),
  reason: z.string().max(60).nullable(),
  place: z
    .object({ row: Count.nullable(), field: z.string().max(100).nullable() })
    .nullable()
    .describe("Where the file is broken; null when it is not, or as a whole."),
  format: z.enum(["xlsx", "csv", "json"]).nullable(),
  mapping: z.string().max(100).nullable().describe("The one that was used."),
  counts: RowCountsSchema,
  refusals: z.array(DossierFaultSchema).max(1_000).readonly().describe("The first of them."),
});
export type ImportReport = z.infer<typeof ImportReportSchema>;

/** GET /api/launcher/dossiers/runs/:id */
export const DossierRunDetailsSchema = z.object({
  run: DossierRunSchema,
  refusals: z.array(DossierFaultSchema).max(10_000).readonly(),
});

/** GET /api/launcher/dossiers: all an administrator sees at once. */
export const DossierAdminSchema = z.object({
  count: Count.describe("How many dossiers are kept."),
  asOf: TimeSchema.nullable().describe("How fresh the data is; null before any."),
  isStale: z.boolean(),
  progress: z
    .object({ source: z.string().max(64), done: Count, of: Count })
    .nullable()
    .describe("Rows of the file that is being taken now; null when there is none."),
  inFolder: z.string().nullable().describe("Where files are dropped; null when there is none."),
  hasPushKey: z.boolean(),
  sources: z
    .array(
      z.object({
        source: DossierSourceSchema,
        asOf: TimeSchema.nullable(),
        lastOkAt: TimeSchema.nullable(),
        hasSecret: z.boolean(),
        lastRun: DossierRunSchema.nullable(),
      }),
    )
    .readonly(),
  runs: z.array(DossierRunSchema).max(100).readonly().describe("Newest first."),
  mappings: z
    .array(z.object({ name: z.string().max(60), mapping: DossierMappingSchema }))
    .readonly()
    .describe("Those that come with the hub, to start one's own from."),
});
export type DossierAdmin = z.infer<typeof DossierAdminSchema>;

/** The largest sample a mapping is tried on, bytes. */
export const MAX_SAMPLE_BYTES = 2 * 1024 * 1024;

/** POST /api/launcher/dossiers/mapping/test: a mapping and a piece of a file to try it on. */
export const MappingTrialSchema = z.strictObject({
  mapping: z.unknown().describe("A mapping as it is being edited, so with faults too."),
  sample: z
    .base64()
    .max(Math.ceil((MAX_SAMPLE_BYTES * 4) / 3) + 4)
    .describe("Bytes of the file, for their encoding is part of the question."),
});

/** A record as the mapping reads it, its holder masked. */
const TriedRecordSchema = z.object({
  code: z.string().max(64),
  procedureCode: z.string().max(64).nullable(),
  procedureName: z.string().max(500),
  agencyCode: z.string().max(64).nullable(),
  unit: z.string().max(300).nullable(),
  holder: z.string().max(200).nullable().describe("Masked."),
  status: DossierStatusSchema.nullable(),
  rawStatus: z.string().max(200),
  receivedAt: TimeSchema,
  dueAt: TimeSchema.nullable(),
  newDueAt: TimeSchema.nullable(),
  finishedAt: TimeSchema.nullable(),
  returnedAt: TimeSchema.nullable(),
  missing: z.array(z.string().max(300)).readonly(),
  fee: z.object({ amount: Count, isPaid: z.boolean() }).nullable(),
});

/** What a mapping makes of a sample. */
export const MappingTrialResultSchema = z.object({
  mappingFaults: z
    .array(
      z.object({
        path: z.string().max(200).describe("Where in the document."),
        reason: z.string().max(60).describe("Snake case, e.g. unknown_time_zone; wrong_shape."),
        message: z.string().max(300).describe("In English, for whoever has no words for it."),
      }),
    )
    .readonly()
    .describe("Of the mapping itself."),
  fileFault: z
    .object({
      reason: z.string().max(60),
      row: Count.nullable(),
      field: z.string().max(100).nullable(),
    })
    .nullable(),
  format: z.enum(["xlsx", "csv", "json"]).nullable(),
  columns: z.array(z.string().max(300)).max(300).readonly().describe("Headings of a table."),
  count: Count.describe("Records in the sample."),
  rows: z
    .array(
      z.object({
        row: Count,
        record: TriedRecordSchema.nullable().describe("null when it is refused."),
        faults: z
          .array(
            z.object({
              field: z.string().max(100),
              path: z.string().max(200).nullable().describe("What the mapping reads it from."),
              reason: z.string().max(60),
            }),
          )
          .readonly(),
      }),
    )
    .max(20)
    .readonly()
    .describe("The first of them."),
});
export type MappingTrialResult = z.infer<typeof MappingTrialResultSchema>;

/** GET /api/launcher/demo-dossiers: made-up codes to try at a kiosk, one of each state. */
export const DemoDossiersSchema = z
  .array(z.object({ code: z.string().max(64), status: DossierStatusSchema }))
  .max(10)
  .readonly();
export type DemoDossiers = z.infer<typeof DemoDossiersSchema>;
