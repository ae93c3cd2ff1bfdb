import { z } from "zod";
import { CatalogueSchema } from "../catalogue.ts";
import { dossierLookUp } from "../commands/dossierLookUp.ts";
import { dossierProve } from "../commands/dossierProve.ts";
import { kioskCallHelp } from "../commands/kioskCallHelp.ts";
import { ticketIssue } from "../commands/ticketIssue.ts";
import { ticketReprint } from "../commands/ticketReprint.ts";
import { PaperNewsSchema, PrinterStateSchema } from "../deviceParts.ts";
import { ERROR_CODES } from "../errorCodes.ts";
import { TimeSchema, UuidSchema } from "../primitives.ts";
import { VIEW_SCHEMAS } from "../views.ts";
import { WelcomeSchema } from "../wire.ts";

// What goes between the screen of a kiosk, the app's main process and the process that owns the
// devices. All three come from one installation, so none is older than another. The screen is the
// one that a stranger touches: what it says is strict and bounded.

/** The commands that the screen of a kiosk has any business with. */
export const SCREEN_COMMANDS = [
  ticketIssue.type,
  ticketReprint.type,
  kioskCallHelp.type,
  dossierLookUp.type,
  dossierProve.type,
] as const;
export type ScreenCommand = (typeof SCREEN_COMMANDS)[number];

/** Nobody waits longer for an answer, ms. */
const MAX_GIVE_UP_MS = 60_000;

const sending = {
  kind: z.literal("send"),
  /** Which answer belongs to which question; made by the screen. */
  call: UuidSchema,
  /** The command's own id, kept however often it is sent. */
  id: UuidSchema,
  giveUpMs: z.int().min(0).max(MAX_GIVE_UP_MS),
};

/** From the screen to the devices. */
export const ScreenMessageSchema = z.union([
  /** The screen is there and wants the state, now and at each change. */
  z.strictObject({ kind: z.literal("watch") }),
  z.strictObject({
    ...sending,
    type: z.literal(ticketIssue.type),
    payload: ticketIssue.payload,
  }),
  z.strictObject({
    ...sending,
    type: z.literal(ticketReprint.type),
    payload: ticketReprint.payload,
  }),
  z.strictObject({
    ...sending,
    type: z.literal(kioskCallHelp.type),
    payload: kioskCallHelp.payload,
  }),
  z.strictObject({
    ...sending,
    type: z.literal(dossierLookUp.type),
    payload: dossierLookUp.payload,
  }),
  z.strictObject({
    ...sending,
    type: z.literal(dossierProve.type),
    payload: dossierProve.payload,
  }),
  z.strictObject({ kind: z.literal("catalogue"), call: UuidSchema }),
  z.strictObject({
    kind: z.literal("settings"),
    call: UuidSchema,
    version: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  }),
]);
export type ScreenMessage = z.infer<typeof ScreenMessageSchema>;

/** All that the devices know of the hub; the state of a hub client of kiosks. */
const LinkStateSchema = z.object({
  connection: z.enum(["connecting", "pairing", "live", "reconnecting", "refused"]),
  refusal: z.enum(ERROR_CODES).nullable(),
  pairingCode: z.string().nullable(),
  view: VIEW_SCHEMAS.kiosk.nullable(),
  seq: z.int().nonnegative(),
  epoch: z.string().nullable(),
  settingsVersion: z.int().nonnegative(),
  identity: WelcomeSchema.shape.identity,
  printer: PrinterStateSchema.nullable(),
  paper: PaperNewsSchema.nullable(),
  outbox: z
    .object({
      since: TimeSchema.nullable(),
      unsent: z.int().nonnegative(),
      canIssue: z.boolean(),
    })
    .nullable(),
  clockOffsetMs: z.number(),
  lastHeardAt: TimeSchema.nullable(),
  isStale: z.boolean(),
});

/** The answer to a command; `data` is as the command says. */
const LinkAnswerSchema = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: z.enum([...ERROR_CODES, "disconnected"]),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);

/** What somebody held before the scanner. May be personal: it is neither kept nor noted. */
const LinkScanSchema = z.object({
  text: z.string().max(4_096),
  /** AIM symbology identifier, e.g. `]Q1`; empty when the scanner told none. */
  aim: z.string().max(8),
  at: TimeSchema,
});
export type LinkScan = z.infer<typeof LinkScanSchema>;

/** From the devices to the screen, and what the app itself says of their process. */
export const DeviceMessageSchema = z.union([
  z.object({ kind: z.literal("state"), state: LinkStateSchema }),
  z.object({ kind: z.literal("answer"), call: UuidSchema, answer: LinkAnswerSchema }),
  /** `null`: they could not be had, ask again later. */
  z.object({ kind: z.literal("settings"), call: UuidSchema, settings: z.unknown() }),
  /** `null`: the hub has none, or it can't be had now. */
  z.object({
    kind: z.literal("catalogue"),
    call: UuidSchema,
    catalogue: CatalogueSchema.nullable(),
  }),
  z.object({ kind: z.literal("scan"), scan: LinkScanSchema }),
  z.object({ kind: z.literal("devices"), standing: z.enum(["up", "down"]) }),
]);
export type DeviceMessage = z.infer<typeof DeviceMessageSchema>;

const ADDRESS = z.string().min(1).max(300);

/** What the app tells the process of its devices at its start; addresses are as they were typed. */
export const DeviceStartSchema = z.strictObject({
  kind: z.literal("start"),
  /** The hub's origin. */
  hubUrl: ADDRESS,
  /** Where the process keeps its own things. */
  folder: z.string().min(1).max(4_096),
  printer: ADDRESS.nullable(),
  scanner: ADDRESS.nullable(),
});
export type DeviceStart = z.infer<typeof DeviceStartSchema>;

/** From the app's main process to the devices: the screen's messages, and its own. */
export const HostMessageSchema = z.union([
  DeviceStartSchema,
  /** Answered by `pong` at once, or the process is taken for hung. */
  z.strictObject({ kind: z.literal("ping") }),
  ScreenMessageSchema,
]);

/** What a process of devices says to the app itself. */
export const ProcessMessageSchema = z.union([
  /** It has begun and can be talked to. */
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("pong") }),
]);
