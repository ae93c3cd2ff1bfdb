import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { UuidSchema } from "../primitives.ts";
import { PaperOutcomeSchema } from "../deviceParts.ts";
import { defineCommand } from "../defineCommand.ts";

/** What became of the paper of a kiosk with its own printer. */
export const ticketConfirmPrint = defineCommand({
  type: "ticket:confirm-print",
  payload: z.strictObject({
    ticketId: UuidSchema,
    outcome: PaperOutcomeSchema,
  }),
  data: TicketAnswerSchema,
  refusals: ["unknown_ticket", "wrong_status"],
});
