import { z } from "zod";
import { DoneSchema } from "../answers.ts";
import { defineCommand } from "../defineCommand.ts";

/** The officer is back. */
export const officerUnlock = defineCommand({
  type: "officer:unlock",
  payload: z.strictObject({ pin: z.string().regex(/^\d{4,8}$/) }),
  data: DoneSchema,
  refusals: ["not_signed_in", "wrong_credentials", "too_many_attempts"],
});
