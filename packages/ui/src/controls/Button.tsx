import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { usePressLock } from "../hooks/usePressLock.ts";
import styles from "./Button.module.css";

export interface ButtonProps {
  readonly children: ReactNode;
  /** `primary`: the one thing to do here; `danger`: it can't be taken back. */
  readonly variant: "primary" | "secondary" | "quiet" | "danger";
  readonly onPress: () => void;
  readonly size?: "normal" | "large";
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly testId?: string;
  /** What it does in full, where the words on it are too short to stand alone. */
  readonly label?: string;
}

/** A button of at least the device's target size; a double touch presses it once. */
export function Button(props: ButtonProps): ReactNode {
  const { children, variant, onPress, size = "normal", icon, isDisabled = false } = props;
  const press = usePressLock(onPress);
  return (
    <AriaButton
      className={`${styles["button"]} ${styles[variant]} ${styles[size]}`}
      isDisabled={isDisabled}
      onPress={press}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      {...(props.testId === undefined ? {} : { "data-testid": props.testId })}
    >
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}
