import { z } from "zod";
import { SlugSchema } from "./primitives.ts";

const text = (max: number): z.ZodString => z.string().trim().min(1).max(max).normalize("NFC");

/** An entry of the catalogue of procedures, as citizens are told of it. */
export const ProcedureSchema = z
  .strictObject({
    code: text(40).describe("Not unique: one code may name several procedures."),
    name: text(500),
    serviceId: SlugSchema.nullable().describe("The line for it; null: guidance."),
    field: text(200).nullable(),
    papers: z.array(text(300)).max(30).readonly(),
    fee: z.int().min(0).max(1e12).nullable().describe("In đồng; null when it is not known."),
    time: z
      .strictObject({
        count: z.int().min(1).max(10_000),
        unit: z.enum(["hour", "working_day", "day"]),
      })
      .readonly()
      .nullable(),
    portal: z
      .url({ protocol: /^https$/ })
      .max(300)
      .nullable()
      .describe("Where it is done from home."),
    isCommon: z.boolean(),
    isDemo: z.boolean().describe("Made up for the demonstration."),
  })
  .readonly();
export type CatalogueProcedure = z.infer<typeof ProcedureSchema>;

/** The catalogue of procedures: GET /api/procedures. */
export const CatalogueSchema = z
  .strictObject({
    asOf: z.iso.date(),
    procedures: z.array(ProcedureSchema).max(5_000).readonly(),
    synonyms: z
      .record(z.string().max(80), z.string().max(200))
      .refine((all) => Object.keys(all).length <= 2_000, "at most 2,000 synonyms")
      .describe("As people say it → as it is written; added to the built-in ones."),
  })
  .readonly();
export type Catalogue = z.infer<typeof CatalogueSchema>;
