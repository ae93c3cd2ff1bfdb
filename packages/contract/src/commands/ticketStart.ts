import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** The citizen stands at the counter. */
export const ticketStart = defineCommand({
  type: "ticket:start",
  payload: z.strictObject({ counterId: SlugSchema }),
  data: TicketAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "no_current_ticket",
    "wrong_status",
  ],
});
