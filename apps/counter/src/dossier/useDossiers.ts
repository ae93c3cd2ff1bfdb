import type { CentreSettings } from "@luot/hub-client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { copyText } from "./copyText.ts";
import { type DossiersState, NO_DOSSIERS } from "./DossiersState.ts";
import type { DossierWishes } from "./DossierWishes.ts";
import type { TicketDossiers, Visit } from "./TicketDossiers.ts";

/** So long it is said that a code was copied. */
const COPIED_SHOWN_MS = 4_000;

/** What came of copying a code. */
export interface Copied {
  readonly code: string;
  readonly isDone: boolean;
}

/** The dossiers of the number at the counter, and what can be done with them. */
export interface DossiersAtDesk {
  readonly state: DossiersState;
  /** A centre that has no dossiers sees nothing of them, unless a number brings one. */
  readonly isShown: boolean;
  readonly copied: Copied | null;
  readonly wishes: Omit<DossierWishes, "ask">;
  /** A scanner typed something at the desk. */
  readonly scan: (text: string) => void;
  /** The references that go with the end of this visit. */
  readonly refs: readonly string[];
}

/** Follows who is at the counter; no holder stays on the screen when the desk leaves it. */
export function useDossiers(
  keeper: TicketDossiers,
  visit: Visit | null,
  settings: CentreSettings,
): DossiersAtDesk {
  const known = useSyncExternalStore(keeper.subscribe, keeper.getState, keeper.getState);
  const [copied, setCopied] = useCopied();
  const ticketId = visit?.ticketId ?? null;
  const officerId = visit?.officerId ?? null;
  useEffect(() => {
    keeper.follow(ticketId === null || officerId === null ? null : { ticketId, officerId });
  }, [keeper, ticketId, officerId]);
  useEffect(() => () => keeper.hideHolder(), [keeper]);

  const state = known.ticketId === ticketId ? known : NO_DOSSIERS;
  const hasAny = state.dossiers.length > 0 || state.adding.status === "refused";
  return {
    state,
    isShown: hasAny || (visit !== null && settings.dossiers !== undefined),
    copied,
    wishes: {
      add: (typed) => keeper.add(typed, "typing"),
      forgetRefusal: () => keeper.forgetRefusal(),
      setNoted: (ref, isNoted) => keeper.setNoted(ref, isNoted),
      openHolder: (ref) => void keeper.openHolder(ref),
      hideHolder: () => keeper.hideHolder(),
      copy: (code) => void copyText(code).then((isDone) => setCopied({ code, isDone })),
    },
    scan: (text) => void keeper.add(text, "scan"),
    refs: keeper.refsFor(ticketId),
  };
}

function useCopied(): readonly [Copied | null, (copied: Copied) => void] {
  const [copied, setCopied] = useState<Copied | null>(null);
  useEffect(() => {
    if (copied === null) return undefined;
    const timer = setTimeout(() => setCopied(null), COPIED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, setCopied];
}
