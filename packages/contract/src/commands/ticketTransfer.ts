import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Sends the citizen on; number and first issue time stay. */
export const ticketTransfer = defineCommand({
  type: "ticket:transfer",
  payload: z.strictObject({
    counterId: SlugSchema,
    to: z.strictObject({ kind: z.enum(["service", "counter", "officer"]), id: SlugSchema }),
    place: z.enum(["head", "tail", "by_issue"]),
  }),
  data: TicketAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "no_current_ticket",
    "unknown_target",
  ],
});
