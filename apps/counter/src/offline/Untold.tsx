import { useLingui } from "@lingui/react/macro";
import type { CounterLog } from "@luot/contract";
import { Banner, Button } from "@luot/ui";
import { type ReactNode, useState } from "react";
import { LeadDialog } from "../paper/LeadDialog.tsx";
import styles from "./FrozenNotice.module.css";
import { useOffline } from "./OfflineContext.tsx";

export interface UntoldProps {
  readonly log: CounterLog;
  /** Whoever did it is here, behind the lock. */
  readonly isLocked: boolean;
}

/** Only whoever did it can tell the hub: somebody else, or nobody, is signed in; or it is locked. */
export function Untold({ log, isLocked }: UntoldProps): ReactNode {
  const { t } = useLingui();
  const { desk, store } = useOffline();
  const [isAsking, setIsAsking] = useState(false);
  const { name, officerId } = log.officer;
  const count = log.entries.length;
  return (
    <div className={styles["told"]}>
      <Banner kind="warning" title={t`Còn ${count} việc chưa gửi lên máy chủ`} testId="untold">
        <p>
          {isLocked ? t`Mở khóa màn hình để gửi.` : t`Cần ${name} đăng nhập tại quầy này để gửi.`}
        </p>
        {!isLocked && store.leads().length > 0 && (
          <Button
            variant="quiet"
            onPress={() => setIsAsking(true)}
            testId="drop-untold"
          >{t`Bỏ những việc này`}</Button>
        )}
      </Banner>
      {isAsking && (
        <LeadDialog
          title={t`Trưởng ca cho bỏ việc chưa gửi`}
          allow={t`Bỏ, không gửi`}
          onClose={() => setIsAsking(false)}
          onAllowed={() => {
            setIsAsking(false);
            desk.drop(officerId);
          }}
        >
          <p>{t`${count} việc của ${name} sẽ mất: máy chủ không bao giờ biết đến chúng.`}</p>
        </LeadDialog>
      )}
    </div>
  );
}
