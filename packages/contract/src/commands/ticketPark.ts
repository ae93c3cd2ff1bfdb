import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** The citizen fetches something; the counter is free meanwhile. */
export const ticketPark = defineCommand({
  type: "ticket:park",
  payload: z.strictObject({ counterId: SlugSchema, reason: SlugSchema }),
  data: TicketAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "no_current_ticket",
    "unknown_reason",
    "wrong_status",
  ],
});
