import { type Dispatch, useEffect, useRef } from "react";
import { useHub } from "../hub/HubContext.ts";
import type { KioskAction, Question, Screen } from "./Screen.ts";

/** Somebody who stands there waits no longer for a dossier, ms. */
const GIVE_UP_MS = 6_000;

type Hub = ReturnType<typeof useHub>;

/**
 * Asks the hub about the dossier that the screen waits for, once for each question. Nothing of a
 * question or of its answer is kept outside of the flow.
 */
export function useLookUp(screen: Screen, dispatch: Dispatch<KioskAction>): void {
  const hub = useHub();
  const asked = useRef<string | null>(null);
  const question = screen.step === "looking" ? screen.question : null;
  useEffect(() => {
    if (question === null || asked.current === question.id) return;
    asked.current = question.id;
    void lookUp(hub, question, dispatch);
  }, [hub, question, dispatch]);
  const proof = screen.step === "dossier" && screen.more.kind === "proving" ? screen.more : null;
  const ref = screen.step === "dossier" ? screen.dossier.ref : null;
  useEffect(() => {
    if (proof === null || ref === null || asked.current === proof.id) return;
    asked.current = proof.id;
    void prove(hub, ref, proof, dispatch);
  }, [hub, ref, proof, dispatch]);
}

async function lookUp(
  hub: Hub,
  { id, text, by }: Question,
  dispatch: Dispatch<KioskAction>,
): Promise<void> {
  const answer = isCut(hub)
    ? CUT
    : await hub.send("dossier:look-up", { text, by }, { id, giveUpMs: GIVE_UP_MS });
  if (answer.ok) dispatch({ type: "found", id, dossier: answer.data });
  else dispatch({ type: "unfound", id, code: answer.code, at: performance.now() });
}

async function prove(
  hub: Hub,
  ref: string,
  { id, factor }: { readonly id: string; readonly factor: string },
  dispatch: Dispatch<KioskAction>,
): Promise<void> {
  const answer = isCut(hub)
    ? CUT
    : await hub.send("dossier:prove", { ref, factor }, { id, giveUpMs: GIVE_UP_MS });
  if (answer.ok) dispatch({ type: "opened-more", id, details: answer.data });
  else dispatch({ type: "kept-closed", id, code: answer.code });
}

const CUT = { ok: false, code: "disconnected" } as const;

/** A hub that is away is not waited for: nobody else knows dossiers. */
function isCut(hub: Hub): boolean {
  return hub.getState().connection !== "live";
}
