import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { SlugSchema, UuidSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** The citizen is back with what was missing. */
export const ticketResume = defineCommand({
  type: "ticket:resume",
  payload: z.strictObject({ counterId: SlugSchema, ticketId: UuidSchema }),
  data: TicketAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "counter_busy",
    "unknown_ticket",
    "wrong_status",
  ],
});
