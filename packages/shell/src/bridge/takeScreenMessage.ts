import { type ScreenMessage, ScreenMessageSchema } from "@luot/contract";
import { type CallingFrame, isOwnFrame } from "../guards/isOwnFrame.ts";
import type { ShellScreen } from "../screens/appUrl.ts";
import { RefusedCall } from "./answerCall.ts";

/** A message as it came over the bridge. */
export interface BridgeMessage {
  readonly frame: CallingFrame | null;
  readonly args: readonly unknown[];
}

/**
 * Takes a page's message to the devices, once it is clear that it comes from the screen's own page
 * and has the shape it should: strict and bounded, so that no size is left to choose.
 *
 * @throws {RefusedCall} otherwise; it never holds what the page sent
 */
export function takeScreenMessage(
  { frame, args }: BridgeMessage,
  screen: ShellScreen,
): ScreenMessage {
  if (!isOwnFrame(frame, screen))
    throw new RefusedCall(`a message to the devices: from ${frame?.url ?? "nowhere"}`);
  const [message, ...more] = args;
  const parsed = ScreenMessageSchema.safeParse(message);
  if (!parsed.success || more.length > 0)
    throw new RefusedCall("a message to the devices: not as agreed");
  return parsed.data;
}
