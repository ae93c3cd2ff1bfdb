import { z } from "zod";
import { CallAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Says and shows the current call again. */
export const ticketRecall = defineCommand({
  type: "ticket:recall",
  payload: z.strictObject({ counterId: SlugSchema }),
  data: CallAnswerSchema.extend({ count: z.int().positive() }),
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "no_current_ticket",
    "wrong_status",
  ],
});
