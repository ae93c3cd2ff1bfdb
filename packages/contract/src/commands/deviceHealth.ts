import { z } from "zod";
import { DoneSchema } from "../answers.ts";
import { defineCommand } from "../defineCommand.ts";
import { DevicePartSchema } from "../deviceParts.ts";

/** How a device is: shown to whoever keeps the hall running. */
export const deviceHealth = defineCommand({
  type: "device:health",
  payload: z.strictObject({
    state: z.enum(["ready", "degraded", "lost"]),
    parts: z.array(DevicePartSchema).max(8).readonly(),
  }),
  data: DoneSchema,
  refusals: [],
});
