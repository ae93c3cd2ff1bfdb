import { z } from "zod";
import { HubUrlSchema } from "./hubUrl.ts";

/** What a desktop app keeps between its starts; nothing personal and no secret. */
export const ShellSettingsSchema = z.strictObject({
  version: z.literal(1),
  /** Where the hub is; `null` until somebody has chosen it. */
  hubUrl: HubUrlSchema.nullable(),
});
export type ShellSettings = z.infer<typeof ShellSettingsSchema>;

/** The settings of a fresh installation. */
export const FRESH_SETTINGS: ShellSettings = { version: 1, hubUrl: null };
