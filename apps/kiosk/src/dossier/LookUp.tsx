import type { ReactNode } from "react";
import type { Screen } from "../flow/Screen.ts";
import { DossierMore } from "./DossierMore.tsx";
import { DossierSheet, type DossierSheetProps } from "./DossierSheet.tsx";
import { Looking } from "./Looking.tsx";
import { MissingPapers } from "./MissingPapers.tsx";
import { NeedsHelp } from "./NeedsHelp.tsx";
import { ProvePad } from "./ProvePad.tsx";
import { TypeCode } from "./TypeCode.tsx";
import { Unfound } from "./Unfound.tsx";

/** Steps of somebody who asks about a dossier. */
export type LookUpScreen = Extract<
  Screen,
  { readonly step: "typing" | "looking" | "dossier" | "unfound" | "lost" }
>;

export interface LookUpProps extends Omit<DossierSheetProps, "screen"> {
  readonly screen: LookUpScreen;
  /** Whether a scanner may be there. */
  readonly canScan: boolean;
  /** Epoch ms of the hub's clock. */
  readonly now: number;
}

const STEPS: ReadonlySet<Screen["step"]> = new Set<LookUpScreen["step"]>([
  "typing",
  "looking",
  "dossier",
  "unfound",
  "lost",
]);

/** Whether a screen is about a dossier. Dossiers are looked up also where no number is given. */
export function isLookUp(screen: Screen): screen is LookUpScreen {
  return STEPS.has(screen.step);
}

/** Where somebody stands who asks about a dossier. */
export function LookUp(props: LookUpProps): ReactNode {
  const { screen, dispatch, standing, issuer } = props;
  const canTake = issuer !== "nobody" && standing.kind === "open";
  switch (screen.step) {
    case "typing":
      return <TypeCode {...props} text={screen.text} />;
    case "looking":
      return <Looking />;
    case "unfound":
      return <Unfound screen={screen} canTake={canTake} dispatch={dispatch} />;
    case "lost":
      return <NeedsHelp canTake={canTake} dispatch={dispatch} />;
    case "dossier":
      break;
    default:
      return screen satisfies never;
  }
  const { dossier, more, page } = screen;
  if (more.kind === "closed")
    return page > 0 && dossier.missing.length > 0 ? (
      <MissingPapers screen={screen} dispatch={dispatch} />
    ) : (
      <DossierSheet {...props} screen={screen} />
    );
  if (more.kind !== "open") return <ProvePad more={more} dispatch={dispatch} newId={props.newId} />;
  const { timeZone } = props.hall.settings.calendar;
  return (
    <DossierMore
      dossier={dossier}
      details={more.details}
      page={page}
      timeZone={timeZone}
      dispatch={dispatch}
    />
  );
}
