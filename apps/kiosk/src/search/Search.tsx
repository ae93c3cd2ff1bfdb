import { useLingui } from "@lingui/react/macro";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import type { Hall } from "../hall/serviceStanding.ts";
import { StepFrame } from "../screens/StepFrame.tsx";
import type { SearchAt } from "./SearchAt.ts";

export interface SearchProps {
  readonly hall: Hall;
  /** Where somebody is; changed by `{ type: "searched", at }`. */
  readonly at: SearchAt;
  readonly dispatch: Dispatch<KioskAction>;
  /** Goes on to the number of a line; going back leads here again. */
  readonly onChoose: (serviceId: string) => void;
}

/** The search for a procedure by its name. */
export function Search({ dispatch }: SearchProps): ReactNode {
  const { t } = useLingui();
  return (
    <StepFrame
      title={t`Tìm thủ tục`}
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
    >
      <span />
    </StepFrame>
  );
}
