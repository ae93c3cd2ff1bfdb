import { z } from "zod";
import type { BridgeCalls } from "./BridgeCalls.ts";

const MAX_ADDRESS_CHARS = 200;

/** The shape of what comes over each channel; a page is not trusted to keep to its types. */
export const ARGUMENT_SCHEMAS: {
  readonly [K in keyof BridgeCalls]: z.ZodType<BridgeCalls[K]["args"]>;
} = {
  "luot:hub-url": z.tuple([]),
  "luot:choose-hub": z.tuple([z.string().max(MAX_ADDRESS_CHARS)]),
};
