import { useRef } from "react";
import { createPressLock, PRESS_LOCK_MS } from "./createPressLock.ts";

/** One for the page: a finger can hit two buttons when the screen changes under it. */
const pageLock = createPressLock(PRESS_LOCK_MS);

/** Wraps a press handler, so that a double touch counts once. */
export function usePressLock(
  onPress: () => void,
): (event: { readonly pointerType: string }) => void {
  const source = useRef({});
  return ({ pointerType }) => {
    if (pageLock.accepts(source.current, pointerType, performance.now())) onPress();
  };
}
