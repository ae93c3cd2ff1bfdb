import { type Dispatch, useEffect, useReducer, useRef } from "react";
import { useLanguage } from "@luot/i18n";
import { useHub } from "../hub/HubContext.ts";
import { type KioskAction, type KioskFlow, kioskFlow, startFlow, type Wish } from "./kioskFlow.ts";

const TICK_MS = 500;

/** What the screens of the kiosk act on. */
export interface Kiosk {
  readonly flow: KioskFlow;
  readonly dispatch: Dispatch<KioskAction>;
  /** Sends a wish, or an unanswered one again; what does not fit the screen is ignored. */
  readonly take: (wish: Wish) => void;
  /** Ids for new wishes. */
  readonly newId: () => string;
}

/** Runs the flow: the clock, the touches, the hub, and the first language for the next person. */
export function useKiosk(): Kiosk {
  const hub = useHub();
  const [flow, dispatch] = useReducer(kioskFlow, null, () => startFlow(performance.now()));
  useTicks(dispatch);
  useFirstLanguage(flow.visitor);
  const sent = useRef<string | null>(null);
  const wish = flow.screen.step === "taking" ? flow.screen.wish : null;
  useEffect(() => {
    if (wish === null) sent.current = null;
    if (wish === null || sent.current === wish.id) return;
    sent.current = wish.id;
    void send(hub, wish, dispatch);
  }, [hub, wish]);
  return {
    flow,
    dispatch,
    take: (asked) => dispatch({ type: "took", wish: asked }),
    newId: hub.newId,
  };
}

async function send(
  hub: ReturnType<typeof useHub>,
  { id, payload }: Wish,
  dispatch: Dispatch<KioskAction>,
): Promise<void> {
  const answer = await hub.send("ticket:issue", payload, { id });
  if (answer.ok) dispatch({ type: "given", wishId: id, ticket: answer.data });
  else dispatch({ type: "refused", wishId: id, code: answer.code, details: answer.details });
}

function useTicks(dispatch: Dispatch<KioskAction>): void {
  useEffect(() => {
    const touched = (): void => dispatch({ type: "touched", at: performance.now() });
    const timer = setInterval(() => dispatch({ type: "ticked", at: performance.now() }), TICK_MS);
    window.addEventListener("pointerdown", touched);
    window.addEventListener("keydown", touched);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pointerdown", touched);
      window.removeEventListener("keydown", touched);
    };
  }, [dispatch]);
}

function useFirstLanguage(visitor: number): void {
  const { i18n } = useLanguage();
  const greeted = useRef(visitor);
  useEffect(() => {
    // `i18n` is another object after each change of language; only another person starts anew.
    if (greeted.current === visitor) return;
    greeted.current = visitor;
    i18n.activate("vi");
  }, [visitor, i18n]);
}
