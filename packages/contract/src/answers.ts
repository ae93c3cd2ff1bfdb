import { z } from "zod";
import { SlugSchema, TimeSchema, UuidSchema } from "./primitives.ts";

/** The ticket a command was about. */
export const TicketAnswerSchema = z.object({
  ticketId: UuidSchema,
  label: z.string().max(16).describe("What the citizen reads, e.g. A012."),
});

/** A call: which ticket goes to which counter. */
export const CallAnswerSchema = TicketAnswerSchema.extend({
  serviceId: SlugSchema,
  counterId: SlugSchema,
  at: TimeSchema,
});

/** The counter a command was about. */
export const CounterAnswerSchema = z.object({ counterId: SlugSchema });

/** Nothing but that it is done. */
export const DoneSchema = z.object({});
