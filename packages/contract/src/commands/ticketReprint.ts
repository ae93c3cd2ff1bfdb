import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { UuidSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** A second paper with the same number, marked as a copy. */
export const ticketReprint = defineCommand({
  type: "ticket:reprint",
  payload: z.strictObject({ ticketId: UuidSchema }),
  data: TicketAnswerSchema.extend({ copy: z.int().positive() }),
  refusals: ["unknown_ticket", "wrong_status", "not_your_ticket"],
});
