import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { UuidSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Came after all: stands in line again. */
export const ticketReturn = defineCommand({
  type: "ticket:return",
  payload: z.strictObject({ ticketId: UuidSchema }),
  data: TicketAnswerSchema,
  refusals: ["unknown_ticket", "wrong_status"],
});
