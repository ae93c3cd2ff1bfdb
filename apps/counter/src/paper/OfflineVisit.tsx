import { useLingui } from "@lingui/react/macro";
import { textOf, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import { DeskButton } from "../desk/DeskButton.tsx";
import type { DeskAction } from "../desk/deskKeys.ts";
import { OutcomeChoice, type OutcomeChosen } from "../desk/OutcomeChoice.tsx";
import type { AtCounter } from "../offline/counterLog.ts";
import styles from "./PaperDesk.module.css";

export interface OfflineVisitProps {
  readonly here: AtCounter;
  readonly possible: ReadonlySet<DeskAction>;
  readonly onAct: (action: DeskAction) => void;
  readonly outcome: OutcomeChosen;
  readonly onOutcome: (outcome: OutcomeChosen) => void;
  /** What can be done at all here. */
  readonly actions: readonly DeskAction[];
}

/** Who is at the counter by its own log, large enough to be called by voice, and how that ends. */
export function OfflineVisit(props: OfflineVisitProps): ReactNode {
  const { here, possible, onAct, outcome, onOutcome, actions } = props;
  const { t } = useLingui();
  const { language } = useLanguage();
  return (
    <>
      <section className={styles["card"]} aria-live="polite">
        {here === null ? (
          <p className={styles["nobody"]}>{t`Quầy đang trống`}</p>
        ) : (
          <>
            <p className={styles["call"]}>{here.isServing ? t`Đang phục vụ` : t`Mời số`}</p>
            <p className={styles["label"]} data-testid="current-label">
              {here.label}
            </p>
            {here.service !== null && <p>{textOf(here.service, language)}</p>}
          </>
        )}
      </section>
      <div className={styles["actions"]}>
        {actions.map((action) => (
          <DeskButton
            key={action}
            action={action}
            isPossible={possible.has(action)}
            onAct={onAct}
            size="large"
            variant={action === "next" ? "primary" : "quiet"}
            testId={action === "next" ? "call-next" : action}
          />
        ))}
      </div>
      <OutcomeChoice
        value={outcome}
        onChange={onOutcome}
        isDisabled={here === null || !possible.has("finish")}
      />
    </>
  );
}
