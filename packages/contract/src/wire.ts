import { z } from "zod";
import { ERROR_CODES } from "./errorCodes.ts";
import { PrinterStateSchema } from "./deviceParts.ts";
import { LeadSchema, MAX_LEADS } from "./leads.ts";
import { DateSchema, SlugSchema, TimeSchema, UuidSchema } from "./primitives.ts";
import { DeviceRoleSchema, OfficerRoleSchema } from "./roles.ts";

/** Version of the wire. A hub refuses older clients and says so; they fetch newer screens. */
export const PROTOCOL = 1;

/** No message from outside is larger, bytes. */
export const MAX_MESSAGE_BYTES = 16_384;

/** No kiosk is handed more series on one day. */
export const MAX_SERIES_EPOCH = 9_999;

/** The series of numbers that a kiosk may give from while the hub does not answer. */
export const OfflineSeriesSchema = z.object({
  letter: z.string().regex(/^[A-Z]$/),
  epoch: z.int().min(1).max(MAX_SERIES_EPOCH),
  day: DateSchema,
});
export type OfflineSeries = z.infer<typeof OfflineSeriesSchema>;

/** What a client shows when it connects. A token proves a device, a session an officer at it. */
export const HandshakeSchema = z.strictObject({
  protocol: z.int().min(0).max(1_000_000),
  token: z.string().min(16).max(128).optional(),
  session: z.string().min(16).max(128).optional(),
});

/** First message: what the client shows and up to where it has heard. */
export const HelloSchema = z.strictObject({
  view: DeviceRoleSchema,
  lastSeq: z.int().nonnegative().optional(),
  epoch: z.string().max(64).optional(),
  ticketToken: z.string().max(128).optional(),
  offline: z
    .strictObject({
      usedEpoch: z.int().min(0).max(MAX_SERIES_EPOCH),
      usedDay: DateSchema.nullable(),
    })
    .optional()
    .describe("From a kiosk that prints by itself and gives numbers while the hub is gone."),
});
export type Hello = z.infer<typeof HelloSchema>;

/** A command on its way to the hub. */
export const EnvelopeSchema = z.strictObject({
  id: UuidSchema,
  type: z.string().max(64),
  payload: z.unknown(),
});

/** A refusal on its way out. */
const RefusalSchema = z.object({
  ok: z.literal(false),
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});
export type WireRefusal = z.infer<typeof RefusalSchema>;

/** The answer to a command: `seq` is the hub's after it. */
export const AckSchema = z.union([
  z.object({ ok: z.literal(true), data: z.unknown(), seq: z.int().nonnegative() }),
  RefusalSchema,
]);
export type Ack = z.infer<typeof AckSchema>;

/** Who the hub takes this connection for. */
const IdentitySchema = z.object({
  deviceId: SlugSchema,
  role: DeviceRoleSchema,
  name: z.string(),
  counterId: SlugSchema.nullable(),
  zone: SlugSchema.nullable(),
  officer: z
    .object({
      officerId: SlugSchema,
      name: z.string(),
      role: OfficerRoleSchema,
      rights: z.array(z.string()).readonly(),
      isLocked: z.boolean(),
      leads: z
        .array(LeadSchema)
        .max(MAX_LEADS)
        .readonly()
        .optional()
        .describe("To counters: who may let them work without the hub."),
    })
    .nullable(),
});
export type Identity = z.infer<typeof IdentitySchema>;

/** The hub's answer to hello. Either a snapshot of the view, or the events since `lastSeq`. */
export const WelcomeSchema = z.object({
  protocol: z.int(),
  epoch: z.string(),
  seq: z.int().nonnegative(),
  settingsVersion: z.int().nonnegative(),
  now: TimeSchema,
  identity: IdentitySchema.nullable(),
  isLoadTest: z.boolean().describe("Rate limits are raised; never so in a real centre."),
  printer: PrinterStateSchema.nullable().describe("The hub's own printer; null without one."),
  offline: OfflineSeriesSchema.nullable()
    .optional()
    .describe("To a kiosk that asked for a series; null when none is left."),
  snapshot: z.unknown().optional(),
  events: z.array(z.unknown()).readonly().optional(),
});
export type Welcome = z.infer<typeof WelcomeSchema>;

/** Pushed: what happened between `from` and `to`, projected for the client's view. */
export const FrameSchema = z.object({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  events: z.array(z.unknown()).readonly(),
});
export type Frame = z.infer<typeof FrameSchema>;

/** Sent by clients now and then: up to where they have heard. Silence for 10 s cuts them off. */
export const SeenSchema = z.strictObject({ seq: z.int().nonnegative() });

/** A device without a token asks to be paired; it shows the code the hub answers. */
export const PairRequestSchema = z.strictObject({
  role: z.enum(["kiosk", "counter", "display"]),
  counterId: SlugSchema.optional(),
});

/** The code to show, and until when it counts. */
export const PairAnswerSchema = z.object({ code: z.string(), expiresAt: TimeSchema });

/** Pushed when somebody confirmed the code: the device keeps the token and connects with it. */
export const PairedSchema = z.object({ token: z.string() });
