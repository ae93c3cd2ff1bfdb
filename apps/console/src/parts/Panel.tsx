import type { ReactNode } from "react";
import styles from "./Panel.module.css";

export interface PanelProps {
  readonly title: string;
  readonly icon: ReactNode;
  /** How many things are in it, where that matters. */
  readonly count?: number;
  readonly note?: string;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** One part of the launcher, under its heading. */
export function Panel({ title, icon, count, note, children, testId }: PanelProps): ReactNode {
  return (
    <section
      className={styles["panel"]}
      aria-label={title}
      {...(testId === undefined ? {} : { "data-testid": testId })}
    >
      <h2 className={styles["title"]}>
        {icon}
        {title}
        {count !== undefined && count > 0 && <span className={styles["count"]}>{count}</span>}
      </h2>
      {note !== undefined && <p className={styles["note"]}>{note}</p>}
      {children}
    </section>
  );
}
