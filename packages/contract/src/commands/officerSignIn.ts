import { z } from "zod";
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
    session: z.string().describe("Opaque; goes into the next handshake of this device."),
  }),
  refusals: ["wrong_credentials", "too_many_attempts"],
});
