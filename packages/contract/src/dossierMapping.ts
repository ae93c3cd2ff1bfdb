import { z } from "zod";

const text = (max: number): z.ZodString => z.string().trim().min(1).max(max).normalize("NFC");
const Value = z.string().max(200).normalize("NFC");

const DateFormatSchema = z.enum([
  "yyyyMMddHHmmss",
  "yyyyMMddHHmm",
  "yyyyMMdd",
  "dd/MM/yyyy HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "HH:mm dd/MM/yyyy",
  "dd/MM/yyyy",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-dd",
  "iso",
  "excel",
  "epoch-ms",
  "epoch-s",
]);
const DateFormats = z.array(DateFormatSchema).min(1).max(14).readonly();

const TargetFieldSchema = z.enum([
  "code",
  "procedureCode",
  "procedureName",
  "field",
  "agencyCode",
  "unit",
  "holderName",
  "holderKind",
  "phone",
  "identity",
  "receivedAt",
  "dueAt",
  "newDueAt",
  "reappointments",
  "finishedAt",
  "returnedAt",
  "status",
  "statusAt",
  "missing",
  "feeAmount",
  "feePaid",
  "resultPlace",
  "updatedAt",
]);

const FieldRuleSchema = z
  .strictObject({
    from: z
      .array(text(200))
      .max(20)
      .readonly()
      .describe("Headings or paths, e.g. DanhSachLePhi[each].Gia; the first with a value counts."),
    format: DateFormats.optional(),
    values: z
      .record(Value, Value)
      .refine((table) => Object.keys(table).length <= 200, "at most 200 values")
      .readonly()
      .optional()
      .describe("As the source writes it → as we do."),
    default: Value.optional().describe("Where the source holds nothing."),
    whenStatus: z.array(text(10)).max(10).readonly().optional(),
  })
  .readonly();

/**
 * How the records of a source become dossiers: a document that an administrator edits. What its
 * parts mean is described at the dossier package's `Mapping`, whose shape this is.
 */
export const DossierMappingSchema = z
  .strictObject({
    timeZone: text(60),
    dateFormats: DateFormats,
    dueTime: text(5),
    withoutStatus: z.enum(["refuse", "dates"]),
    fields: z.partialRecord(TargetFieldSchema, FieldRuleSchema).readonly(),
  })
  .readonly();
export type DossierMapping = z.infer<typeof DossierMappingSchema>;
