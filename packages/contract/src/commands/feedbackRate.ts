import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { defineCommand } from "../defineCommand.ts";
import { ScoreSchema, UuidSchema } from "../primitives.ts";

/** A citizen says how a visit was; once, on the day of the visit. */
export const feedbackRate = defineCommand({
  type: "feedback:rate",
  payload: z.strictObject({ ticketId: UuidSchema, score: ScoreSchema }),
  data: TicketAnswerSchema,
  refusals: ["unknown_ticket", "not_your_ticket", "wrong_status"],
});
