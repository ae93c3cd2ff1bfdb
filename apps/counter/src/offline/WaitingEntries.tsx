import { useLingui } from "@lingui/react/macro";
import type { LogEntry } from "@luot/contract";
import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./FrozenNotice.module.css";
import { useEntryWords } from "./useEntryWords.ts";

const SHOWN = 6;

/** What was done and the hub is yet to be told: the latest of it. */
export function WaitingEntries({ entries }: { readonly entries: readonly LogEntry[] }): ReactNode {
  const { t } = useLingui();
  const wordOf = useEntryWords();
  if (entries.length === 0) return null;
  const older = entries.length - SHOWN;
  return (
    <ul className={styles["entries"]} aria-label={t`Chờ gửi`} data-testid="waiting-entries">
      {older > 0 && <li className={styles["entry"]}>{t`và ${older} việc trước đó`}</li>}
      {entries.slice(-SHOWN).map(({ id, kind, ticket: { label } }) => (
        <li key={id} className={styles["entry"]}>
          <Hourglass aria-hidden size="1em" />
          <strong>{label}</strong>
          <span>{wordOf(kind)}</span>
          <span>{t`chờ gửi`}</span>
        </li>
      ))}
    </ul>
  );
}
