import type { ScoreWord } from "@luot/i18n";
import { useRef, useState } from "react";
import { useHub } from "../hub/HubContext.ts";
import { type PendingRating, type RatingState, sendRating } from "./sendRating.ts";

/** Asks how a visit was: one tap, one command on its way at a time. */
export function useRating(ticketId: string): {
  readonly state: RatingState;
  readonly rate: (score: ScoreWord) => void;
} {
  const hub = useHub();
  const [state, setState] = useState<RatingState>({ status: "idle" });
  const pending = useRef<PendingRating | null>(null);

  async function send(score: ScoreWord): Promise<void> {
    setState({ status: "sending", score });
    const sent = await sendRating(hub, ticketId, score, pending.current);
    pending.current = sent.pending;
    setState(sent.state);
  }

  return {
    state,
    rate: (score) => {
      if (state.status === "idle" || state.status === "refused") void send(score);
    },
  };
}
