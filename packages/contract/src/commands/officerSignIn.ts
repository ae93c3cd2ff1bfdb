import { z } from "zod";
import { LeadSchema, MAX_LEADS } from "../leads.ts";
import { SlugSchema } from "../primitives.ts";
import { OfficerRoleSchema } from "../roles.ts";
import { defineCommand } from "../defineCommand.ts";

/** An officer signs in at a paired device. Never remembered, never logged. */
export const officerSignIn = defineCommand({
  type: "officer:sign-in",
  payload: z.strictObject({
    username: SlugSchema,
    password: z.string().min(1).max(200),
  }),
  data: z.object({
    officerId: SlugSchema,
    name: z.string(),
    role: OfficerRoleSchema,
    rights: z.array(z.string()).readonly(),
    leads: z
      .array(LeadSchema)
      .max(MAX_LEADS)
      .readonly()
      .optional()
      .describe("To counters: who may let them work without the hub."),
    session: z.string().describe("Opaque; goes into the next handshake of this device."),
  }),
  refusals: ["wrong_credentials", "too_many_attempts"],
});
