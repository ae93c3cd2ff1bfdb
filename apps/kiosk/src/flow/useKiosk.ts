import type { LinkScan } from "@luot/contract";
import { useLanguage } from "@luot/i18n";
import { type Dispatch, useCallback, useEffect, useReducer, useRef } from "react";
import { useScans } from "../hub/DevicesContext.ts";
import { useHub, useHubState } from "../hub/HubContext.ts";
import { scannedAs } from "../scan/scanned.ts";
import { kioskFlow, startFlow } from "./kioskFlow.ts";
import type { KioskAction, KioskFlow, Wish } from "./Screen.ts";
import { useLookUp } from "./useLookUp.ts";

const TICK_MS = 500;

/** What the screens of the kiosk act on. */
export interface Kiosk {
  readonly flow: KioskFlow;
  readonly dispatch: Dispatch<KioskAction>;
  /** Sends a wish, or an unanswered one again; what does not fit the screen is ignored. */
  readonly take: (wish: Wish) => void;
  /** Asks for the paper of a number once more. */
  readonly askCopy: (ticketId: string) => void;
  /** Ids for new wishes. */
  readonly newId: () => string;
}

/**
 * Runs the flow: the clock, the touches, the hub, and the first language for the next person.
 *
 * @param extraCodes the centre's own patterns of dossier codes; the same array while they are the same
 */
export function useKiosk(extraCodes: readonly string[]): Kiosk {
  const hub = useHub();
  const [flow, dispatch] = useReducer(kioskFlow, null, () => startFlow(performance.now()));
  useTicks(dispatch);
  useFirstLanguage(flow.visitor);
  usePaperNews(flow, dispatch);
  useScanned(dispatch, extraCodes);
  useLookUp(flow.screen, dispatch);
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
    askCopy: (ticketId) => {
      dispatch({ type: "asked-copy", at: performance.now() });
      void askCopy(hub, ticketId, dispatch);
    },
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

/** A copy that the hub will not print is like one that failed: the person is sent to somebody. */
async function askCopy(
  hub: ReturnType<typeof useHub>,
  ticketId: string,
  dispatch: Dispatch<KioskAction>,
): Promise<void> {
  const answer = await hub.send("ticket:reprint", { ticketId });
  if (answer.ok) return;
  const news = { ticketId, copy: 1, outcome: "failed" } as const;
  dispatch({ type: "paper-told", news, at: performance.now() });
}

/** What the hub says of the paper, also when it said so before the number was on the screen. */
function usePaperNews({ screen }: KioskFlow, dispatch: Dispatch<KioskAction>): void {
  const { paper } = useHubState();
  const ticketId = screen.step === "ticket" ? screen.ticket.ticketId : null;
  useEffect(() => {
    if (paper === null || paper.ticketId !== ticketId) return;
    dispatch({ type: "paper-told", news: paper, at: performance.now() });
  }, [paper, ticketId, dispatch]);
}

function useScanned(dispatch: Dispatch<KioskAction>, extraCodes: readonly string[]): void {
  const { newId } = useHub();
  const listener = useCallback(
    (scan: LinkScan) =>
      dispatch({
        type: "scanned",
        scan: scannedAs(scan, extraCodes),
        id: newId(),
        at: performance.now(),
      }),
    [dispatch, extraCodes, newId],
  );
  useScans(listener);
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
