import { z } from "zod";
import { DoneSchema } from "../answers.ts";
import { defineCommand } from "../defineCommand.ts";

/** The officer steps away; the screen asks for the PIN. */
export const officerLock = defineCommand({
  type: "officer:lock",
  payload: z.strictObject({}),
  data: DoneSchema,
  refusals: ["not_signed_in"],
});
