import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Called by mistake: back to its old place. */
export const ticketPutBack = defineCommand({
  type: "ticket:put-back",
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
