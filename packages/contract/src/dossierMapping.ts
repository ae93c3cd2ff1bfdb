import { z } from "zod";

const text = (max: number): z.ZodString => z.string().trim().min(1).max(max).normalize("NFC");

/** How a date may be written; tried in the order given. */
export const DATE_FORMATS = [
  "yyyyMMddHHmmss",
  "dd/MM/yyyy HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "dd/MM/yyyy",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-dd",
  "iso",
  "excel",
] as const;

const FieldRuleSchema = z
  .strictObject({
    from: text(200).describe("Heading of the column, or a path: DanhSachLePhi.[each].Gia"),
    format: z.array(z.enum(DATE_FORMATS)).min(1).max(9).readonly().optional(),
    values: z
      .record(z.string().max(200), z.string().max(200))
      .refine((table) => Object.keys(table).length <= 200, "at most 200 values")
      .optional()
      .describe("As the source writes it → as we do."),
    default: z.string().max(200).optional().describe("Where the source has nothing."),
  })
  .readonly();

/** How the records of a source become dossiers: a document that an administrator edits. */
export const DossierMappingSchema = z
  .strictObject({
    name: text(100),
    timeZone: text(60),
    fields: z.record(text(60), FieldRuleSchema),
  })
  .readonly();
export type DossierMapping = z.infer<typeof DossierMappingSchema>;
