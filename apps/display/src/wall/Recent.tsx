import { useLingui } from "@lingui/react/macro";
import type { CentreSettings, RecentCall } from "@luot/hub-client";
import { counterText, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import { numberOf } from "../calls/callsOf.ts";
import styles from "./Recent.module.css";

export interface RecentProps {
  /** The latest first, without those in front. */
  readonly calls: readonly RecentCall[];
  readonly settings: CentreSettings;
}

/** The calls before. */
export function Recent({ calls, settings }: RecentProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  return (
    <section className={styles["recent"]}>
      <h2 className={styles["title"]}>{t`Vừa mời`}</h2>
      <ul className={styles["list"]}>
        {calls.map(({ ticketId, label, counterId }) => {
          const number = numberOf(settings, counterId);
          return (
            <li
              key={ticketId}
              className={styles["item"]}
              data-testid={`recent-${label}`}
              data-counter={counterId}
            >
              <strong>{label}</strong>
              <span>{number === null ? counterId : counterText(i18n, number)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
