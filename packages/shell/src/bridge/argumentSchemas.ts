import { type AdminWish, DESK_SHORTCUTS, SlugSchema } from "@luot/contract";
import { z } from "zod";
import { SleepTimesSchema, WallBoardSchema } from "../settings/ShellSettings.ts";
import type { BridgeCalls } from "./BridgeCalls.ts";

const MAX_ADDRESS_CHARS = 200;

const MAX_PIN_CHARS = 20;
const MAX_WALLS = 8;
const MAX_KEYS_CHARS = 30;

const PinSchema = z.string().max(MAX_PIN_CHARS);
const AddressSchema = z.string().max(MAX_ADDRESS_CHARS);

const WishSchema: z.ZodType<AdminWish> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["stay", "leave", "close-app", "restart-app"]) }),
  z.strictObject({ kind: z.literal("change-hub"), address: AddressSchema }),
  z.strictObject({ kind: z.literal("change-pin"), pin: PinSchema }),
  z.strictObject({
    kind: z.literal("choose-walls"),
    walls: z
      .array(
        z.strictObject({
          monitorId: z.string().min(1).max(40),
          board: WallBoardSchema.nullable(),
          counterId: SlugSchema.nullable(),
          zone: SlugSchema.nullable(),
        }),
      )
      .max(MAX_WALLS),
  }),
  z.strictObject({ kind: z.literal("set-sleep"), sleep: SleepTimesSchema.nullable() }),
]);

/** The shape of what comes over each channel; a page is not trusted to keep to its types. */
export const ARGUMENT_SCHEMAS: {
  readonly [K in keyof BridgeCalls]: z.ZodType<BridgeCalls[K]["args"]>;
} = {
  "luot:hub-url": z.tuple([]),
  "luot:choose-hub": z.tuple([AddressSchema]),
  "luot:find-hubs": z.tuple([]),
  "luot:admin-state": z.tuple([]),
  "luot:admin-keep-pin": z.tuple([PinSchema]),
  "luot:admin-put-off": z.tuple([]),
  "luot:admin-enter": z.tuple([PinSchema]),
  "luot:admin-wish": z.tuple([WishSchema]),
  "luot:choose-counter": z.tuple([SlugSchema.nullable()]),
  "luot:toggle-bar": z.tuple([]),
  "luot:show-window": z.tuple([]),
  "luot:shortcuts": z.tuple([]),
  "luot:change-shortcut": z.tuple([z.enum(DESK_SHORTCUTS), z.string().max(MAX_KEYS_CHARS)]),
};
