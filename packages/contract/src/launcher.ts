import { z } from "zod";
import { DevicePartSchema, PrinterStateSchema } from "./deviceParts.ts";
import { DateSchema, PairingCodeSchema, SlugSchema, TimeSchema } from "./primitives.ts";
import { DEVICE_ROLES, DeviceRoleSchema, OfficerRoleSchema } from "./roles.ts";

const Count = z.int().nonnegative();

/** What a device that waits may be paired as. */
const PairableRoleSchema = z.enum(["kiosk", "counter", "display"]);

const AlarmSchema = z.object({
  id: z.string(),
  kind: z.enum([
    "help_wanted",
    "printer",
    "print_unknown",
    "print_failed",
    "roll_low",
    "device_printer",
    "offline_refused",
    "clock_jumped",
    "device_lost",
    "dossiers_stale",
    "import_refused",
    "register",
    "guessing",
  ]),
  at: TimeSchema,
  subject: z.string().describe("A device's name, a label, a state or seconds: by kind."),
});

const PairingSchema = z.object({
  code: PairingCodeSchema,
  wish: z.object({ role: PairableRoleSchema, counterId: SlugSchema.nullable() }),
  expiresAt: TimeSchema,
});

const LauncherDeviceSchema = z.object({
  id: z.string(),
  role: DeviceRoleSchema,
  name: z.string(),
  counterId: SlugSchema.nullable(),
  zone: SlugSchema.nullable(),
  pairedAt: TimeSchema,
  revokedAt: TimeSchema.nullable(),
  isConnected: z.boolean(),
  parts: z.array(DevicePartSchema).describe("What it last said of its parts."),
});

const DemoAccountSchema = z.object({
  username: z.string(),
  name: z.string(),
  role: OfficerRoleSchema,
  password: z.string(),
  pin: z.string(),
});

const HubStateSchema = z.object({
  version: z.string(),
  epoch: z.string(),
  seq: Count,
  day: DateSchema.nullable(),
  isOpen: z.boolean(),
  startedAt: TimeSchema,
  now: TimeSchema,
  isDemo: z.boolean(),
  isLoadTest: z.boolean(),
  isClockSuspect: z.boolean(),
  settingsVersion: z.int().min(1),
  printer: z.enum(["none", ...PrinterStateSchema.options]),
  roll: z
    .object({ lengthMm: Count, usedMm: Count, changedAt: TimeSchema })
    .nullable()
    .describe("The paper in the hub's printer, as far as it was printed since the last change."),
  hasPrinterRoll: z.boolean(),
  connections: z.record(z.enum(DEVICE_ROLES), Count),
  totals: z.object({ issued: Count, done: Count }),
});

/**
 * What `GET /api/launcher` answers: the hub as its launcher page shows it. Devices, pairings and
 * accounts are empty for whoever asks from another machine (`isLocal` false).
 */
export const LauncherStateSchema = z.object({
  isLocal: z.boolean(),
  hub: HubStateSchema,
  alarms: z.array(AlarmSchema),
  devices: z.array(LauncherDeviceSchema),
  pairings: z.array(PairingSchema),
  accounts: z.array(DemoAccountSchema),
});
export type LauncherState = z.infer<typeof LauncherStateSchema>;

/** What `GET /api/printer/roll` answers: the papers of the virtual printer, oldest first. */
export const PrinterRollSchema = z.object({
  papers: z.array(z.object({ id: Count, at: TimeSchema, width: Count, height: Count })),
  condition: z.object({
    paper: z.enum(["ok", "near", "out"]),
    cover: z.enum(["closed", "open"]),
    cutter: z.enum(["ok", "error"]),
  }),
});
export type PrinterRoll = z.infer<typeof PrinterRollSchema>;
