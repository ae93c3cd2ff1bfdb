import { z } from "zod";
import { CounterAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** The break is over. */
export const counterResume = defineCommand({
  type: "counter:resume",
  payload: z.strictObject({ counterId: SlugSchema }),
  data: CounterAnswerSchema,
  refusals: ["unknown_counter", "counter_closed", "not_your_counter", "counter_not_paused"],
});
