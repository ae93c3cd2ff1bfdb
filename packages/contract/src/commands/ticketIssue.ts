import { z } from "zod";
import { TicketAnswerSchema } from "../answers.ts";
import {
  ClassIdSchema,
  LanguageSchema,
  OpaqueRefSchema,
  SlugSchema,
  TimeSchema,
  WaitEstimateSchema,
} from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** A kiosk or reception takes a number for somebody. */
export const ticketIssue = defineCommand({
  type: "ticket:issue",
  payload: z.strictObject({
    serviceId: SlugSchema,
    class: ClassIdSchema,
    reason: SlugSchema.nullable(),
    language: LanguageSchema,
    print: z.boolean().describe("Whether a paper is wanted."),
    dossierRef: OpaqueRefSchema.optional().describe("The dossier it is taken for."),
  }),
  data: TicketAnswerSchema.extend({
    serviceId: SlugSchema,
    class: ClassIdSchema,
    issuedAt: TimeSchema,
    ahead: z.int().nonnegative().nullable().describe("null when nobody could ask the hub."),
    estimate: WaitEstimateSchema.nullable(),
    token: z
      .string()
      .nullable()
      .describe("Opaque: opens this ticket's phone page, grants nothing else. null for none yet."),
  }),
  refusals: [
    "unknown_service",
    "unknown_reason",
    "centre_closed",
    "last_ticket_passed",
    "quota_reached",
    "series_exhausted",
  ],
});
