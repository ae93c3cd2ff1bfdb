import { z } from "zod";
import { UuidSchema } from "./primitives.ts";

/** How a ticket printer is, as its driver last heard of it. */
export const PrinterStateSchema = z.enum([
  "ready",
  "paper_low",
  "paper_out",
  "cover_open",
  "offline",
  "unknown",
]);
export type PrinterState = z.infer<typeof PrinterStateSchema>;

/** What became of a paper; `unknown` when bytes were sent and the printer said nothing. */
export const PaperOutcomeSchema = z.enum(["confirmed", "failed", "unknown"]);

/** Pushed to kiosks that print through the hub: its printer changed. Not a fact of the journal. */
export const PrinterNewsSchema = z.object({ state: PrinterStateSchema });

/** Pushed to the device that asked for a paper. */
export const PaperNewsSchema = z.object({
  ticketId: UuidSchema,
  copy: z.int().nonnegative().describe("0 for the first paper, copies count from 1."),
  outcome: PaperOutcomeSchema,
});
export type PaperNews = z.infer<typeof PaperNewsSchema>;

/** One part of a device and how it is. */
export const DevicePartSchema = z.strictObject({
  name: z.enum(["screen", "sound", "printer", "scanner"]),
  state: z.enum(["ready", "degraded", "lost"]),
  printer: PrinterStateSchema.optional().describe("Of a printer: what it said."),
});
export type DevicePart = z.infer<typeof DevicePartSchema>;
