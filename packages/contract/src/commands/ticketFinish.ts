import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { OpaqueRefSchema, OutcomeSchema, SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** The visit is over. */
export const ticketFinish = defineCommand({
  type: "ticket:finish",
  payload: z.strictObject({
    counterId: SlugSchema,
    outcome: OutcomeSchema,
    dossierRefs: z.array(OpaqueRefSchema).max(20).readonly(),
  }),
  data: TicketAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "no_current_ticket",
  ],
});
