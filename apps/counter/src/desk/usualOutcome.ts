import type { DossierView } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import type { OutcomeChosen } from "./OutcomeChoice.tsx";

type ServiceKind = CentreSettings["services"][number]["kind"];

const BY_KIND: Readonly<Record<ServiceKind, OutcomeChosen>> = {
  submit: "accepted",
  supplement: "supplemented",
  collect: "returned_result",
  pay: "accepted",
  guidance: "guided",
};

/**
 * The outcome a visit starts with, which its officer may change: by the only dossier of the visit
 * when that waits for something done at a counter here, else by the kind of the service.
 *
 * @param kind `null` for a service that is gone from the settings
 * @param dossiers those that are noted with the visit
 */
export function usualOutcome(
  kind: ServiceKind | null,
  dossiers: readonly DossierView[],
): OutcomeChosen {
  const [only] = dossiers.length === 1 ? dossiers : [];
  if (only !== undefined && !only.next.isElsewhere) {
    if (only.next.kind === "collect") return "returned_result";
    if (only.next.kind === "supplement") return "supplemented";
  }
  return kind === null ? "accepted" : BY_KIND[kind];
}
