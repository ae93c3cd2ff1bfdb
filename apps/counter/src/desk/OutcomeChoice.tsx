import { useLingui } from "@lingui/react/macro";
import { outcomeText, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import styles from "./OutcomeChoice.module.css";

/** How a visit can end, in the order of their keys in the question. */
export const OUTCOMES = [
  "accepted",
  "supplemented",
  "returned_result",
  "guided",
  "rejected",
] as const;
export type OutcomeChosen = (typeof OUTCOMES)[number];

export interface OutcomeChoiceProps {
  readonly value: OutcomeChosen;
  readonly onChange: (value: OutcomeChosen) => void;
  readonly isDisabled: boolean;
}

/** The outcome that "next" notes for the visit it ends. */
export function OutcomeChoice({ value, onChange, isDisabled }: OutcomeChoiceProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  return (
    <fieldset className={styles["outcomes"]}>
      <legend className={styles["legend"]}>{t`Kết quả ghi khi hoàn thành`}</legend>
      {OUTCOMES.map((outcome) => (
        <ToggleButton
          key={outcome}
          className={styles["outcome"] ?? ""}
          isSelected={outcome === value}
          isDisabled={isDisabled}
          onPress={() => onChange(outcome)}
          data-testid={`outcome-${outcome}`}
        >
          {outcomeText(i18n, outcome)}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
