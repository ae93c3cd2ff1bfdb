import { z } from "zod";
import { CallAnswerSchema } from "../answers.ts";
import { SlugSchema, UuidSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** A counter calls one ticket out of the order, for a reason. */
export const ticketCall = defineCommand({
  type: "ticket:call",
  payload: z.strictObject({ counterId: SlugSchema, ticketId: UuidSchema, reason: SlugSchema }),
  data: CallAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "counter_busy",
    "unknown_ticket",
    "unknown_reason",
    "wrong_status",
  ],
});
