import { useEffect, useState } from "react";

/**
 * The hub's time, told again and again.
 *
 * @param clockOffsetMs hub time minus own time, from the hub client's state
 * @param everyMs how often the component is told
 * @returns epoch ms of the hub's clock
 */
export function useNow(clockOffsetMs: number, everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + clockOffsetMs;
}
