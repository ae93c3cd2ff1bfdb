import { z } from "zod";
import { DoneSchema } from "../answers.ts";
import { defineCommand } from "../defineCommand.ts";

/** Somebody at a kiosk needs a person. */
export const kioskCallHelp = defineCommand({
  type: "kiosk:call-help",
  payload: z.strictObject({}),
  data: DoneSchema,
  refusals: [],
});
