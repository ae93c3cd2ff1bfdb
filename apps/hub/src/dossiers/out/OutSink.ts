import type { Result } from "@luot/kit";
import type { OutMessage } from "./OutMessage.ts";

/** Why messages did not arrive. */
export interface OutFault {
  readonly reason: "unreachable" | "timed_out" | "http_error" | "cannot_write";
  readonly retryAfterMs: number | null;
}

/** Where messages go. What it says is delivered has arrived. */
export interface OutSink {
  /** Delivers all of them, in order; after a fault the same ones are sent once more. */
  readonly send: (messages: readonly OutMessage[]) => Promise<Result<null, OutFault>>;
}
