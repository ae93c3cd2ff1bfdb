import { useLingui } from "@lingui/react/macro";
import type { DisplayWaiting } from "@luot/hub-client";
import type { ReactNode } from "react";
import styles from "./NextUp.module.css";

/** Who should come near: the next of the hall. */
export function NextUp({ waiting }: { readonly waiting: readonly DisplayWaiting[] }): ReactNode {
  const { t } = useLingui();
  return (
    <p className={styles["next"]}>
      <span className={styles["title"]}>{t`Sắp đến lượt`}</span>
      {waiting.length === 0 && <span className={styles["none"]}>–</span>}
      {waiting.map(({ label }) => (
        <strong key={label} data-testid={`next-${label}`}>
          {label}
        </strong>
      ))}
    </p>
  );
}
