import { z } from "zod";
import { CallAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** A counter asks for its next citizen. Safe to send again with the same id. */
export const ticketCallNext = defineCommand({
  type: "ticket:call-next",
  payload: z.strictObject({ counterId: SlugSchema }),
  data: CallAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "counter_busy",
    "queue_empty",
  ],
});
