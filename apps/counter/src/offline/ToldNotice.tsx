import { useLingui } from "@lingui/react/macro";
import type { CounterLog } from "@luot/contract";
import { refusalText, useLanguage } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import type { ReactNode } from "react";
import styles from "./FrozenNotice.module.css";
import { hasWork } from "./OfflineDesk.ts";
import { useOffline, useOfflineState } from "./OfflineContext.tsx";
import { useEntryWords } from "./useEntryWords.ts";

/** The hub is back: what it took, and what it did not. Stays until the officer has read it. */
export function ToldNotice(): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const wordOf = useEntryWords();
  const { desk } = useOffline();
  const { log, goneSince, isMerging } = useOfflineState();
  if (log === null || goneSince !== null) return null;
  if (hasWork(log)) return isMerging ? null : <Untold log={log} />;
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

/** Only whoever did it can tell the hub: somebody else, or nobody, is signed in. */
function Untold({ log }: { readonly log: CounterLog }): ReactNode {
  const { t } = useLingui();
  const { name } = log.officer;
  const count = log.entries.length;
  return (
    <div className={styles["told"]}>
      <Banner kind="warning" title={t`Còn ${count} việc chưa gửi lên máy chủ`} testId="untold">
        {t`Cần ${name} đăng nhập tại quầy này để gửi.`}
      </Banner>
    </div>
  );
}
