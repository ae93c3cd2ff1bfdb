import { useLingui } from "@lingui/react/macro";
import type { CounterLog } from "@luot/contract";
import { refusalText, useLanguage } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import type { ReactNode } from "react";
import styles from "./FrozenNotice.module.css";
import { hasWork } from "./OfflineState.ts";
import { useOffline, useOfflineState } from "./OfflineContext.tsx";
import { Untold } from "./Untold.tsx";
import { useEntryWords } from "./useEntryWords.ts";

/** The hub is back: what it took, what it did not, and what it is yet to be told by others. */
export function ToldNotice({ isLocked }: { readonly isLocked: boolean }): ReactNode {
  const { log, others, goneSince, isMerging } = useOfflineState();
  if (goneSince !== null) return null;
  const isUntold = log !== null && log.entries.length > 0 && !isMerging;
  return (
    <>
      {isUntold && <Untold log={log} isLocked={isLocked} />}
      {log !== null && !hasWork(log) && <Told log={log} />}
      {others.map((one) => (
        <Untold key={one.officer.officerId} log={one} isLocked={false} />
      ))}
    </>
  );
}

/** Stays until the officer has read it. */
function Told({ log }: { readonly log: CounterLog }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const wordOf = useEntryWords();
  const { desk } = useOffline();
  const { told, merged } = log;
  if (told.length === 0 && merged === 0) return null;
  return (
    <div className={styles["told"]} data-testid="told">
      {merged > 0 && (
        <Banner kind="info" title={t`Đã gộp ${merged} lượt gọi của chế độ giấy vào máy chủ.`} />
      )}
      {told.length > 0 && (
        <Banner kind="warning" title={t`Máy chủ không nhận những việc sau.`}>
          <ul className={styles["refusals"]} data-testid="told-refusals">
            {told.map(({ label, kind, code }, i) => {
              const word = wordOf(kind);
              const { what, next } = refusalText(i18n, code, {});
              // Nothing in it changes its place; the same may be there twice.
              return <li key={`${i} ${label}`}>{t`${label} (${word}): ${what} ${next}`}</li>;
            })}
          </ul>
        </Banner>
      )}
      <Button variant="quiet" onPress={() => desk.dismiss()} testId="told-read">{t`Đã đọc`}</Button>
    </div>
  );
}
