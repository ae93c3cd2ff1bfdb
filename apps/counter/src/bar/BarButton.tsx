import { usePressLock } from "@luot/ui";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import styles from "./Bar.module.css";

export interface BarButtonProps {
  readonly children: ReactNode;
  /** What it does, where only an icon stands on it. */
  readonly label: string;
  readonly onPress: () => void;
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
  readonly testId: string;
}

/** A button as small as the bar needs it; officers use a mouse there. */
export function BarButton(props: BarButtonProps): ReactNode {
  const { children, label, onPress, isMain = false, isDisabled = false, testId } = props;
  const press = usePressLock(onPress);
  return (
    <Button
      className={`${styles["button"]} ${isMain ? styles["main"] : ""}`}
      aria-label={label}
      isDisabled={isDisabled}
      onPress={press}
      data-testid={testId}
    >
      {children}
    </Button>
  );
}
