import type { Clock } from "@luot/kit";
import { type ScanOutcome, UNFINISHED_SCAN_MS } from "../Scan.ts";

/** Turns what a device sends into messages; one for each time the device is opened. */
export interface Codec {
  push(bytes: Uint8Array, atMs: number): ScanOutcome[];
  expire(atMs: number): ScanOutcome[];
  reset(): ScanOutcome[];
  readonly isPending: boolean;
}

/** One time that a device is open, from the view of what it sends. */
export interface CodecSession {
  /** Sets the codec. @returns the function that takes what the device sends */
  readonly decodeWith: (codec: Codec) => (bytes: Uint8Array) => void;
  /** Ends the session: what is unfinished is dropped, what still comes is not read. */
  end(): void;
}

/** The timer must not fire before the codec agrees that the time is over. */
const SLACK_MS = 20;

/**
 * Makes a session. A message that stays unfinished is refused when its time is over, and not only
 * when the next report comes: somebody stands before the screen and waits.
 */
export function createCodecSession(
  clock: Clock,
  take: (outcomes: readonly ScanOutcome[]) => void,
): CodecSession {
  let codec: Codec | null = null;
  let timer: NodeJS.Timeout | null = null;
  let hasEnded = false;

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const expire = (): void => {
    timer = null;
    take(codec?.expire(clock.monotonic()) ?? []);
    watch();
  };
  const watch = (): void => {
    stopTimer();
    if (codec?.isPending === true) timer = setTimeout(expire, UNFINISHED_SCAN_MS + SLACK_MS);
  };

  return {
    decodeWith: (chosen) => {
      codec = chosen;
      return (bytes) => {
        if (hasEnded) return;
        take(chosen.push(bytes, clock.monotonic()));
        watch();
      };
    },
    end: () => {
      if (hasEnded) return;
      hasEnded = true;
      stopTimer();
      take(codec?.reset() ?? []);
    },
  };
}
