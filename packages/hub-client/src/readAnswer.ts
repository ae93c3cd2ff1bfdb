import { AckSchema, COMMANDS, type DataOf, type WireCommandType } from "@luot/contract";
import type { Answer } from "./HubClient.ts";

/** Reads what the hub answered to a command; what is no answer to it is `internal`. */
export function readAnswer<T extends WireCommandType>(type: T, raw: unknown): Answer<T> {
  const ack = AckSchema.safeParse(raw);
  if (!ack.success) return { ok: false, code: "internal", details: {} };
  if (!ack.data.ok) {
    const { code, details = {} } = ack.data.error;
    return { ok: false, code, details };
  }
  const data = COMMANDS[type].data.safeParse(ack.data.data);
  if (!data.success) return { ok: false, code: "internal", details: {} };
  return { ok: true, data: data.data as DataOf<T> };
}
