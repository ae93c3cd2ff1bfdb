import { useEffect, useRef, useState } from "react";
import { isNextReady, NEXT_AGAIN_AFTER_MS } from "./deskKeys.ts";

/** Keeps a slip of the finger from ending a visit that has just begun. */
export interface NextLock {
  readonly isReady: boolean;
  /** Whether this press counts; if so, the next ones don't for a moment. */
  readonly press: () => boolean;
}

/** The lock of "next". */
export function useNextLock(): NextLock {
  const pressedAt = useRef<number | null>(null);
  const [isLocked, setIsLocked] = useState(false);
  useEffect(() => {
    if (!isLocked) return undefined;
    const timer = setTimeout(() => setIsLocked(false), NEXT_AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isLocked]);
  return {
    isReady: !isLocked,
    press: () => {
      const at = performance.now();
      if (!isNextReady(pressedAt.current, at)) return false;
      pressedAt.current = at;
      setIsLocked(true);
      return true;
    },
  };
}
