import { z } from "zod";
import { CounterAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** The officer leaves the counter. */
export const counterClose = defineCommand({
  type: "counter:close",
  payload: z.strictObject({ counterId: SlugSchema }),
  data: CounterAnswerSchema,
  refusals: ["unknown_counter", "counter_closed", "not_your_counter", "counter_busy"],
});
