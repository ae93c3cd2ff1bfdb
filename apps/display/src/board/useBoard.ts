import { type Board, type BoardPeriod, fetchBoard } from "@luot/hub-client";
import { useEffect, useState } from "react";
import { useHub } from "../hub/HubContext.ts";

/** The hub counts at most every five seconds; what changes in a hall in half a minute is little. */
const ASK_EVERY_MS = 30_000;

/** The board as far as it is known; `none`: the centre has no register of dossiers. */
export type BoardSeen =
  | { readonly status: "loading" }
  | { readonly status: "none" }
  | { readonly status: "ready"; readonly board: Board };

/**
 * Follows the board of the period in which today lies. While the hub does not answer the last one
 * stays: it says itself of when it is.
 *
 * @param period `null`: nothing is asked for, and there is none
 */
export function useBoard(period: BoardPeriod | null): BoardSeen {
  const { url } = useHub();
  const [seen, setSeen] = useState<BoardSeen>({ status: "loading" });
  useEffect(() => {
    if (period === null) return undefined;
    const stop = new AbortController();
    void follow(url, period, stop.signal, setSeen);
    return () => stop.abort();
  }, [url, period]);
  return period === null ? { status: "none" } : seen;
}

async function follow(
  url: string,
  period: BoardPeriod,
  stop: AbortSignal,
  tell: (seen: BoardSeen) => void,
): Promise<void> {
  while (!stop.aborted) {
    const answer = await fetchBoard(url, period).then(
      (board): BoardSeen => (board === null ? { status: "none" } : { status: "ready", board }),
      // A hub that does not answer now is asked again: a wall has nobody to reload it.
      () => null,
    );
    if (answer !== null && !stop.aborted) tell(answer);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
