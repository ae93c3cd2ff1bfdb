import type { PhoneView } from "@luot/domain";
import { z } from "zod";
import {
  ScoreSchema,
  SlugSchema,
  TicketStatusSchema,
  UuidSchema,
  WaitEstimateSchema,
} from "./primitives.ts";

/** What a phone page is sent: the whole small view, computed by the hub. */
export const PhoneViewSchema = z.object({
  ticketId: UuidSchema,
  label: z.string(),
  serviceId: SlugSchema,
  status: TicketStatusSchema,
  counterId: SlugSchema.nullable(),
  recalls: z.int().nonnegative(),
  score: ScoreSchema.nullable().describe("What the citizen said of the visit."),
  ahead: z.int().nonnegative().nullable(),
  estimate: WaitEstimateSchema.nullable(),
});

/**
 * Fails to compile when the domain's view and the wire drift apart.
 *
 * @public nobody imports it; that it is there is the check
 */
export const phoneViewIsTheDomains: (view: PhoneView) => z.infer<typeof PhoneViewSchema> = (view) =>
  view;
