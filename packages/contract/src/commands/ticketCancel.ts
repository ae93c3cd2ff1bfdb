import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { UuidSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Gives a number up. */
export const ticketCancel = defineCommand({
  type: "ticket:cancel",
  payload: z.strictObject({ ticketId: UuidSchema }),
  data: TicketAnswerSchema,
  refusals: ["unknown_ticket", "not_your_ticket", "wrong_status"],
});
