import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { ClassIdSchema, SlugSchema, UuidSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Puts a ticket into another class. */
export const ticketSetPriority = defineCommand({
  type: "ticket:set-priority",
  payload: z.strictObject({
    ticketId: UuidSchema,
    class: ClassIdSchema,
    reason: SlugSchema.nullable(),
  }),
  data: TicketAnswerSchema,
  refusals: ["unknown_ticket", "unknown_reason", "wrong_status"],
});
