import { refusalText, useLanguage } from "@luot/i18n";
import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { CircleAlert } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction, Screen, Wish } from "../flow/Screen.ts";
import styles from "./Notice.module.css";
import { StepFrame } from "./StepFrame.tsx";

export interface RefusedProps {
  readonly screen: Extract<Screen, { readonly step: "refused" }>;
  readonly dispatch: Dispatch<KioskAction>;
  readonly take: (wish: Wish) => void;
}

/** No number: why, and what to do next. An unanswered wish is sent again as the same wish. */
export function Refused({ screen, dispatch, take }: RefusedProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { wish } = screen;
  const { what, next } = refusalText(i18n, screen.code, screen.details);
  return (
    <StepFrame title={t`Chưa lấy được số`} onBack={() => dispatch({ type: "started-again" })}>
      <div className={styles["notice"]} role="alert" data-testid="refused">
        <CircleAlert aria-hidden size="4rem" />
        <h2>{what}</h2>
        <p>{next}</p>
        {wish !== null && (
          <Button variant="primary" size="large" onPress={() => take(wish)} testId="try-again">
            {t`Thử lại`}
          </Button>
        )}
      </div>
    </StepFrame>
  );
}
