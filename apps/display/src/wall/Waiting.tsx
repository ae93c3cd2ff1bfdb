import { useLingui } from "@lingui/react/macro";
import type { CentreSettings } from "@luot/hub-client";
import { textOf, useLanguage } from "@luot/i18n";
import { UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import type { AgencyWaiting } from "./waiting.ts";
import styles from "./Waiting.module.css";

const ROWS = 8;

/** How many pages the lines of so many agencies take; one where nobody waits. */
export function waitingPages(agencies: readonly AgencyWaiting[]): number {
  return Math.max(1, Math.ceil(agencies.length / ROWS));
}

export interface WaitingProps {
  readonly agencies: readonly AgencyWaiting[];
  readonly total: number;
  readonly settings: CentreSettings;
  /** Which of the pages. */
  readonly page: number;
}

/** How many wait, by agency; more than fit are shown page by page. */
export function Waiting({ agencies, total, settings, page }: WaitingProps): ReactNode {
  const { t } = useLingui();
  const { language } = useLanguage();
  const pages = waitingPages(agencies);
  // No last page with a single line on it.
  const rows = Math.ceil(agencies.length / pages);
  const shown = agencies.slice(page * rows, (page + 1) * rows);
  return (
    <section className={styles["waiting"]}>
      <h2 className={styles["title"]}>
        <UsersRound aria-hidden size="1.1em" />
        {t`Đang chờ: ${{ count: total }}`}
        {pages > 1 && <span className={styles["page"]}>{`${page + 1}/${pages}`}</span>}
      </h2>
      {total === 0 && <p className={styles["none"]}>{t`Không có người chờ.`}</p>}
      <ul className={styles["list"]}>
        {shown.map(({ agencyId, count }) => {
          const agency = settings.agencies.find(({ id }) => id === agencyId);
          return (
            <li key={agencyId} className={styles["row"]}>
              <span>{agency === undefined ? agencyId : textOf(agency.short, language)}</span>
              <strong>{count}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
