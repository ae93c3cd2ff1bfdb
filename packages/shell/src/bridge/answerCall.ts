import { type CallingFrame, isOwnFrame } from "../guards/isOwnFrame.ts";
import type { ShellScreen } from "../screens/appUrl.ts";
import { ARGUMENT_SCHEMAS } from "./argumentSchemas.ts";
import type { AnswerOf, BridgeCalls } from "./BridgeCalls.ts";

/** The app's side of each channel. */
export type BridgeHandlers = {
  readonly [K in keyof BridgeCalls]: (...args: BridgeCalls[K]["args"]) => AnswerOf<K>;
};

/** A call as it came in. */
export interface BridgeCall<K extends keyof BridgeCalls> {
  readonly channel: K;
  readonly frame: CallingFrame | null;
  readonly args: readonly unknown[];
}

/** Thrown at whoever may not call, or not so; the page sees only that its call failed. */
export class RefusedCall extends Error {}

/**
 * Answers a call over the bridge, once it is clear that it comes from the screen's own page and has
 * the shape it should.
 *
 * @throws {RefusedCall} otherwise
 */
export function answerCall<K extends keyof BridgeCalls>(
  { channel, frame, args }: BridgeCall<K>,
  screen: ShellScreen,
  handlers: BridgeHandlers,
): AnswerOf<K> {
  if (!isOwnFrame(frame, screen))
    throw new RefusedCall(`${channel}: from ${frame?.url ?? "nowhere"}`);
  const parsed = ARGUMENT_SCHEMAS[channel].safeParse(args);
  if (!parsed.success) throw new RefusedCall(`${channel}: not as agreed`);
  return handlers[channel](...parsed.data);
}
