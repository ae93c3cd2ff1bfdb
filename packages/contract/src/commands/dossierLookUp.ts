import { z } from "zod";
import { defineCommand } from "../defineCommand.ts";
import { DossierViewSchema } from "../dossier.ts";

/**
 * Asks where a dossier stands. A query: it never enters the journal. A code nobody knows, one that
 * is not shown and one that is none are answered alike.
 */
export const dossierLookUp = defineCommand({
  type: "dossier:look-up",
  payload: z.strictObject({
    text: z.string().min(1).max(128).describe("A code, scanned or typed. Never a citizen's card."),
    by: z.enum(["scan", "typing"]),
  }),
  data: DossierViewSchema,
  refusals: ["dossier_not_found"],
});
