import { z } from "zod";
import { defineCommand } from "../defineCommand.ts";
import { DossierViewSchema } from "../dossier.ts";
import { UuidSchema } from "../primitives.ts";

/** Which dossiers the number at a counter was taken for. */
export const dossierOfTicket = defineCommand({
  type: "dossier:of-ticket",
  payload: z.strictObject({ ticketId: UuidSchema }),
  data: z.object({ dossiers: z.array(DossierViewSchema).max(20).readonly() }),
  refusals: ["unknown_ticket"],
});
