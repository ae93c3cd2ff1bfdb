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
export function ToldNotice(): ReactNode {
  const { log, others, goneSince, isMerging } = useOfflineState();
  if (goneSince !== null) return null;
  const isUntold = log !== null && hasWork(log) && !isMerging;
  return (
    <>
      {isUntold && <Untold log={log} />}
      {log !== null && !hasWork(log) && <Told log={log} />}
      {others.map((one) => (
        <Untold key={one.officer.officerId} log={one} />
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
  const refusals = told.length;
  return (
    <div className={styles["told"]}>
      <Banner
        kind={refusals === 0 ? "info" : "warning"}
        title={
          merged > 0
            ? t`Đã gộp ${merged} lượt gọi của chế độ giấy vào máy chủ.`
            : t`Máy chủ không nhận những việc sau.`
        }
        testId="told"
      >
        {refusals > 0 && (
          <ul className={styles["refusals"]} data-testid="told-refusals">
            {told.map(({ label, kind, code }) => {
              const word = wordOf(kind);
              const { what } = refusalText(i18n, code, {});
              return <li key={`${label} ${kind}`}>{t`${label} (${word}): ${what}`}</li>;
            })}
          </ul>
        )}
        <Button
          variant="quiet"
          onPress={() => desk.dismiss()}
          testId="told-read"
        >{t`Đã đọc`}</Button>
      </Banner>
    </div>
  );
}
