import type { ErrorCode } from "@luot/contract";
import { useRef, useState } from "react";
import { useHub } from "../hub/HubContext.ts";

/** How giving the number up stands. That it worked is seen by the ticket itself. */
export type GiveUpState =
  | { readonly status: "idle" | "asking" | "sending" }
  | { readonly status: "refused"; readonly code: ErrorCode | "disconnected" };

/** Drives the "I don't wait any longer" button: asks first, then sends one command. */
export function useGiveUp(ticketId: string): {
  readonly state: GiveUpState;
  readonly ask: () => void;
  readonly keep: () => void;
  readonly giveUp: () => void;
} {
  const hub = useHub();
  const [state, setState] = useState<GiveUpState>({ status: "idle" });
  const pendingId = useRef<string | null>(null);

  async function send(): Promise<void> {
    setState({ status: "sending" });
    pendingId.current ??= hub.newId();
    const answer = await hub.send("ticket:cancel", { ticketId }, { id: pendingId.current });
    if (answer.ok) return setState({ status: "idle" });
    // What was not answered is sent again under its old id; a refusal is an answer.
    if (answer.code !== "disconnected") pendingId.current = null;
    setState({ status: "refused", code: answer.code });
  }

  return {
    state,
    ask: () => setState({ status: "asking" }),
    keep: () => setState({ status: "idle" }),
    giveUp: () => {
      if (state.status !== "sending") void send();
    },
  };
}
