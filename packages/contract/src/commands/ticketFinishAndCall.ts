import { z } from "zod";
import { CallAnswerSchema, TicketAnswerSchema } from "../answers.ts";
import { OpaqueRefSchema, OutcomeSchema, SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Ends the visit and calls the next in one; nobody waiting is no refusal once a visit ended. */
export const ticketFinishAndCall = defineCommand({
  type: "ticket:finish-and-call",
  payload: z.strictObject({
    counterId: SlugSchema,
    outcome: OutcomeSchema,
    dossierRefs: z.array(OpaqueRefSchema).max(20).readonly(),
  }),
  data: z.object({
    finished: TicketAnswerSchema.nullable(),
    called: CallAnswerSchema.nullable(),
  }),
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "no_current_ticket",
    "queue_empty",
  ],
});
