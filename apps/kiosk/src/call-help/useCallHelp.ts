import type { ErrorCode } from "@luot/contract";
import { useState } from "react";
import { useHub } from "../hub/HubContext.ts";

/** How the call for help stands. */
export type CallHelpState =
  | { readonly status: "idle" | "calling" | "called" }
  | { readonly status: "refused"; readonly code: ErrorCode | "disconnected" };

/** Sooner than for a number: somebody who needs help should not wait for a lost hub. */
const GIVE_UP_MS = 4_000;

/** Drives the help button. One call in flight. */
export function useCallHelp(): {
  readonly state: CallHelpState;
  readonly call: () => void;
  readonly close: () => void;
} {
  const hub = useHub();
  const [state, setState] = useState<CallHelpState>({ status: "idle" });

  async function call(): Promise<void> {
    setState({ status: "calling" });
    const answer = await hub.send("kiosk:call-help", {}, { giveUpMs: GIVE_UP_MS });
    setState((before) => {
      // Closed meanwhile: the call went out all the same, but nobody waits for the word.
      if (before.status !== "calling") return before;
      return answer.ok ? { status: "called" } : { status: "refused", code: answer.code };
    });
  }

  return {
    state,
    call: () => {
      if (state.status === "idle") void call();
    },
    close: () => setState({ status: "idle" }),
  };
}
