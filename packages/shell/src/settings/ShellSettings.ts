import { BoardPeriodSchema, SlugSchema } from "@luot/contract";
import { z } from "zod";
import { FRESH_SHORTCUTS, KeptShortcutsSchema } from "../desk/shortcutKeys.ts";
import { HubUrlSchema } from "./hubUrl.ts";

const MAX_ADDRESS_CHARS = 300;

/** Where a device is, as it was typed; whoever opens it reads it. */
export const DeviceAddressSchema = z.string().min(1).max(MAX_ADDRESS_CHARS);

const MAX_WALLS = 8;
const TimeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/** When a wall is dark, by the machine's own clock. */
export const SleepTimesSchema = z.strictObject({ from: TimeOfDaySchema, to: TimeOfDaySchema });

/** A status board on a monitor; what goes beyond, the screen would not take either. */
export const WallBoardSchema = z.strictObject({
  period: BoardPeriodSchema,
  diagonalInches: z.number().min(1).max(500),
  distanceM: z.number().min(1).max(100),
});

/** A monitor that was chosen, as it is found again, and what it shows. */
const KeptWallSchema = z.strictObject({
  monitorId: z.string().min(1).max(40),
  label: z.string().max(200),
  x: z.int(),
  y: z.int(),
  /** Older files do not name it. */
  board: WallBoardSchema.nullable().default(null),
  counterId: SlugSchema.nullable(),
  zone: SlugSchema.nullable(),
});
export type KeptWall = z.infer<typeof KeptWallSchema>;

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
  /** The journal of the hub that token and book are for, whatever its address; `null`: not told yet. */
  hubEpoch: z.string().min(1).max(64).nullable().default(null),
  /** The hub that the command line named last; it counts when it names another. */
  namedHubUrl: HubUrlSchema.nullable().default(null),
  /** The counter that the command line named last, likewise. */
  namedCounterId: SlugSchema.nullable().default(null),
  /** Another hub was chosen, and what was kept for the one before is still there. */
  isOtherHub: z.boolean().default(false),
  /** The monitors of a wall; none: the main one, with `counterId` and `zone`. */
  walls: z.array(KeptWallSchema).max(MAX_WALLS).default([]),
  /** When a wall is dark; `null`: never. */
  sleep: SleepTimesSchema.nullable().default(null),
  /** Where a counter's small bar stands; `null`: where it begins. */
  barAt: z.strictObject({ x: z.int(), y: z.int() }).nullable().default(null),
  /** The keys by which an officer works from other programs. */
  shortcuts: KeptShortcutsSchema.default(FRESH_SHORTCUTS),
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
  hubEpoch: null,
  namedHubUrl: null,
  namedCounterId: null,
  isOtherHub: false,
  walls: [],
  sleep: null,
  barAt: null,
  shortcuts: FRESH_SHORTCUTS,
};

/** What a screen's address says of the place it is for, as in a browser: `?counter=q05`. Pure. */
export function placeQuery({ counterId, zone }: ShellSettings): string {
  const query = new URLSearchParams();
  if (counterId !== null) query.set("counter", counterId);
  if (zone !== null) query.set("zone", zone);
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** The same for the small bar of a counter. Pure. */
export function barQuery({ counterId }: ShellSettings): string {
  const query = new URLSearchParams({
    ...(counterId === null ? {} : { counter: counterId }),
    bar: "1",
  });
  return `?${query.toString()}`;
}
