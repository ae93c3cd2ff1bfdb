import type { ReactNode } from "react";
import styles from "./Keys.module.css";

/** A key of a pad on the screen. */
export interface Key {
  readonly id: string;
  /** What stands on it. */
  readonly face: ReactNode;
  /** What it does, where its face does not say so. */
  readonly label?: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  /** How many columns it is wide; one where not said. */
  readonly columns?: number;
}

export interface KeysProps {
  readonly keys: readonly Key[];
  /** `letters`: ten columns, keys of at least 20 mm. `digits`: three wide ones. */
  readonly shape: "letters" | "digits";
}

/**
 * Keys to type with by touch. They have no lock against double touches: a word may have a letter
 * twice. A key counts when it is let go.
 */
export function Keys({ keys, shape }: KeysProps): ReactNode {
  return (
    <div className={`${styles["keys"]} ${styles[shape]}`} data-testid="keys">
      {keys.map(({ id, face, label, onPress, isDisabled, columns }) => (
        <button
          key={id}
          type="button"
          className={styles["key"]}
          style={{ gridColumn: `span ${columns ?? 1}` }}
          disabled={isDisabled === true}
          onClick={onPress}
          data-testid={`key-${id}`}
          {...(label === undefined ? {} : { "aria-label": label })}
        >
          {face}
        </button>
      ))}
    </div>
  );
}
