import { useLanguage } from "@luot/i18n";
import { Button, type ButtonProps } from "@luot/ui";
import type { ReactNode } from "react";
import { ACTION_WORDS } from "./actionWords.ts";
import { type DeskAction, KEY_OF } from "./deskKeys.ts";
import styles from "./DeskButton.module.css";

export interface DeskButtonProps {
  readonly action: DeskAction;
  readonly isPossible: boolean;
  readonly onAct: (action: DeskAction) => void;
  readonly variant?: ButtonProps["variant"];
  readonly size?: ButtonProps["size"];
  /** Instead of the action's usual word. */
  readonly word?: string;
  readonly testId?: string;
}

/** A button with the key that does the same. */
export function DeskButton(props: DeskButtonProps): ReactNode {
  const { action, isPossible, onAct, variant = "quiet", size = "normal", word, testId } = props;
  const { i18n } = useLanguage();
  return (
    <Button
      variant={variant}
      size={size}
      isDisabled={!isPossible}
      onPress={() => onAct(action)}
      testId={testId ?? action}
    >
      <span className={styles["face"]}>
        <kbd className={styles["key"]}>{KEY_OF[action]}</kbd>
        {word ?? i18n._(ACTION_WORDS[action])}
      </span>
    </Button>
  );
}
