import { z } from "zod";
import { DoneSchema } from "../answers.ts";
import { defineCommand } from "../defineCommand.ts";

/** The officer ends the work on this device. */
export const officerSignOut = defineCommand({
  type: "officer:sign-out",
  payload: z.strictObject({}),
  data: DoneSchema,
  refusals: ["not_signed_in"],
});
