import { z } from "zod";
import { defineCommand } from "../defineCommand.ts";
import { DossierDetailsSchema } from "../dossier.ts";
import { OpaqueRefSchema } from "../primitives.ts";

/** Opens more of a dossier to somebody who knows the last four digits of its phone or identity. */
export const dossierProve = defineCommand({
  type: "dossier:prove",
  payload: z.strictObject({ ref: OpaqueRefSchema, factor: z.string().regex(/^\d{4}$/) }),
  data: DossierDetailsSchema,
  refusals: ["wrong_factor"],
});
