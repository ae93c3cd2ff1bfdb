import { useLingui } from "@lingui/react/macro";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction, Screen } from "../flow/Screen.ts";
import { StepFrame } from "../screens/StepFrame.tsx";

/** Steps of somebody who asks about a dossier. */
export type LookUpScreen = Extract<
  Screen,
  { readonly step: "typing" | "looking" | "dossier" | "unfound" | "lost" }
>;

export interface LookUpProps {
  readonly screen: LookUpScreen;
  readonly dispatch: Dispatch<KioskAction>;
}

/** Where somebody stands who asks about a dossier. */
export function LookUp({ dispatch }: LookUpProps): ReactNode {
  const { t } = useLingui();
  return (
    <StepFrame
      title={t`Tra cứu hồ sơ`}
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
    >
      <span />
    </StepFrame>
  );
}
