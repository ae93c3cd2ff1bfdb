import { SlugSchema } from "@luot/contract";
import { z } from "zod";
import { HubUrlSchema } from "./hubUrl.ts";

const MAX_ADDRESS_CHARS = 300;

/** Where a device is, as it was typed; whoever opens it reads it. */
export const DeviceAddressSchema = z.string().min(1).max(MAX_ADDRESS_CHARS);

/** What a desktop app keeps between its starts; nothing personal and no secret. */
export const ShellSettingsSchema = z.strictObject({
  version: z.literal(1),
  /** Where the hub is; `null` until somebody has chosen it. */
  hubUrl: HubUrlSchema.nullable(),
  /** The counter this machine stands at or hangs over; `null` for a kiosk and a wall. */
  counterId: SlugSchema.nullable(),
  /** The zone of a wall; `null`: the whole centre. */
  zone: SlugSchema.nullable(),
  /** The printer and the scanner of a kiosk; `null` without. Older files do not name them. */
  printer: DeviceAddressSchema.nullable().default(null),
  scanner: DeviceAddressSchema.nullable().default(null),
});
export type ShellSettings = z.infer<typeof ShellSettingsSchema>;

/** The settings of a fresh installation. */
export const FRESH_SETTINGS: ShellSettings = {
  version: 1,
  hubUrl: null,
  counterId: null,
  zone: null,
  printer: null,
  scanner: null,
};

/** What a screen's address says of the place it is for, as in a browser: `?counter=q05`. Pure. */
export function placeQuery({ counterId, zone }: ShellSettings): string {
  const query = new URLSearchParams();
  if (counterId !== null) query.set("counter", counterId);
  if (zone !== null) query.set("zone", zone);
  return query.size === 0 ? "" : `?${query.toString()}`;
}
