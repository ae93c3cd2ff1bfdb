import { z } from "zod";
import { defineCommand } from "../defineCommand.ts";
import { OpaqueRefSchema } from "../primitives.ts";

/** Shows an officer with the right the holder in full. Each time is kept in the audit. */
export const dossierOpenHolder = defineCommand({
  type: "dossier:open-holder",
  payload: z.strictObject({ ref: OpaqueRefSchema }),
  data: z.object({
    name: z.string().max(200),
    kind: z.enum(["citizen", "business"]),
    phone: z.string().max(40).nullable(),
  }),
  refusals: ["dossier_not_found"],
});
