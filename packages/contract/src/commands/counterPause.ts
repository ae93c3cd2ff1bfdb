import { z } from "zod";
import { CounterAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** A break, with its reason. */
export const counterPause = defineCommand({
  type: "counter:pause",
  payload: z.strictObject({ counterId: SlugSchema, reason: SlugSchema }),
  data: CounterAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "unknown_reason",
    "counter_busy",
  ],
});
