import type { ReactNode } from "react";
import styles from "./Choices.module.css";

export interface ChoicesProps {
  /** `tiles`: short words side by side; `rows`: long names, each over the whole width. */
  readonly shape: "tiles" | "rows";
  readonly children: ReactNode;
}

/** At most six large choices; they fill the screen in either orientation. */
export function Choices({ shape, children }: ChoicesProps): ReactNode {
  return <ul className={`${styles["choices"]} ${styles[shape]}`}>{children}</ul>;
}

/** One of them. */
export function Choice({ children }: { readonly children: ReactNode }): ReactNode {
  return <li className={styles["choice"]}>{children}</li>;
}
