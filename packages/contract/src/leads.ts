import { z } from "zod";
import { SlugSchema } from "./primitives.ts";

/** A centre has a handful of them; more are not handed out. */
export const MAX_LEADS = 50;

/**
 * Somebody who may let a counter work without the hub, and what a PIN is checked against there:
 * with the hub gone there is nobody to ask.
 */
export const LeadSchema = z.object({
  officerId: SlugSchema,
  name: z.string(),
  pinHash: z.string().max(256).describe("Argon2id, as a PHC string."),
});
export type Lead = z.infer<typeof LeadSchema>;
