import type { Logger } from "@luot/kit";
import type { ShellScreen } from "../screens/appUrl.ts";
import { answerCall, type BridgeCall, type BridgeHandlers, RefusedCall } from "./answerCall.ts";
import type { AskChannel, BridgeCalls } from "./BridgeCalls.ts";

/**
 * Answers a call that is waited for. What goes wrong is noted here, also what goes wrong later: the
 * page alone would hear of it.
 *
 * @throws for the page to see that its call failed
 */
export async function answerAsked<K extends AskChannel>(
  call: BridgeCall<K>,
  screen: ShellScreen,
  handlers: BridgeHandlers,
  log: Logger,
): Promise<BridgeCalls[K]["answer"]> {
  try {
    return await answerCall(call, screen, handlers);
  } catch (cause) {
    if (cause instanceof RefusedCall) {
      log.warn("a call over the bridge was refused", { why: cause.message });
      throw new Error("refused", { cause });
    }
    log.error("a call over the bridge failed", { channel: call.channel, cause });
    throw cause;
  }
}
