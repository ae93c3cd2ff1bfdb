import { useCallback, useEffect, useState } from "react";

const EVERY_MS = 2_000;
/** With the pause before it: what is shown is never older than five seconds without saying so. */
const TIMEOUT_MS = 3_000;
const RING = "ring";

/** What was last heard, and whether that still holds. */
export interface Polled<T> {
  /** `null` before the first answer. */
  readonly value: T | null;
  /** Whether the last question got no answer; `value` is then an older one. */
  readonly isLost: boolean;
  /** Asks at once, e.g. after something was changed. */
  readonly refresh: () => void;
}

/**
 * Asks every two seconds, never twice at a time, and goes on when nothing answers.
 *
 * @param ask must be the same function each time; it rejects when there is no answer
 */
export function usePolled<T>(ask: (signal: AbortSignal) => Promise<T>): Polled<T> {
  const [heard, setHeard] = useState<Pick<Polled<T>, "value" | "isLost">>({
    value: null,
    isLost: false,
  });
  const [bell] = useState(() => new EventTarget());
  useEffect(() => {
    const stop = new AbortController();
    void askAgainAndAgain(ask, stop.signal, bell, {
      onAnswer: (value) => setHeard({ value, isLost: false }),
      onSilence: () => setHeard(({ value }) => ({ value, isLost: true })),
    });
    return () => stop.abort();
  }, [ask, bell]);
  const refresh = useCallback(() => void bell.dispatchEvent(new Event(RING)), [bell]);
  return { ...heard, refresh };
}

interface Listener<T> {
  readonly onAnswer: (value: T) => void;
  readonly onSilence: () => void;
}

async function askAgainAndAgain<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  stop: AbortSignal,
  bell: EventTarget,
  { onAnswer, onSilence }: Listener<T>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      const value = await ask(AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]));
      if (!stop.aborted) onAnswer(value);
    } catch {
      // Whatever the reason, the page says that it may be old, and asks again.
      if (!stop.aborted) onSilence();
    }
    await pause(bell);
  }
}

/** Waits its time, or until the bell rings. */
function pause(bell: EventTarget): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(over, EVERY_MS);
    bell.addEventListener(RING, over, { once: true });
    function over(): void {
      clearTimeout(timer);
      bell.removeEventListener(RING, over);
      done();
    }
  });
}
