import { z } from "zod";
import { CounterAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** The signed-in officer starts work at a counter. */
export const counterOpen = defineCommand({
  type: "counter:open",
  payload: z.strictObject({ counterId: SlugSchema }),
  data: CounterAnswerSchema,
  refusals: ["unknown_counter", "counter_taken", "officer_elsewhere", "not_your_counter"],
});
