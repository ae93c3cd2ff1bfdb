import { useLingui } from "@lingui/react/macro";
import { formatElapsed } from "@luot/i18n";
import { Banner, Button, useNow } from "@luot/ui";
import { FileText } from "lucide-react";
import { type ReactNode, useState } from "react";
import { LeadDialog } from "../paper/LeadDialog.tsx";
import styles from "./FrozenNotice.module.css";
import { useOffline, useOfflineState } from "./OfflineContext.tsx";
import { NotKept } from "./NotKept.tsx";
import { PAPER_AFTER_MS } from "./offlineTimes.ts";
import { WaitingEntries } from "./WaitingEntries.tsx";

export interface FrozenNoticeProps {
  /** How the counter stood when the hub went: what goes on depends on it. */
  readonly was: "open" | "locked" | "paused";
}

/** The hub is gone: what goes on at the counter, what waits, and after a while the way to paper. */
export function FrozenNotice({ was }: FrozenNoticeProps): ReactNode {
  const { t } = useLingui();
  const { desk } = useOffline();
  const { goneSince, log, stock } = useOfflineState();
  const now = useNow(0, 1_000);
  const [isAsking, setIsAsking] = useState(false);
  const goneMs = Math.max(0, now - (goneSince ?? now));
  const gone = formatElapsed(goneMs);
  const wordsOf = {
    open: t`Mất máy chủ đã ${gone}. Khách đang ở quầy vẫn làm tiếp: Hoàn thành hoặc Vắng mặt được ghi lại và gửi đi khi có kết nối.`,
    locked: t`Mất máy chủ đã ${gone}. Chưa mở khóa được: mã PIN của cán bộ do máy chủ kiểm tra. Sau một phút, trưởng ca có thể cho quầy làm tiếp bằng mã PIN của mình.`,
    paused: t`Mất máy chủ đã ${gone}. Chưa hết tạm nghỉ được. Sau một phút, trưởng ca có thể bật chế độ giấy; quầy đang nghỉ không có danh sách của riêng mình, chỉ gọi số khách mang đến.`,
  };
  return (
    <div className={styles["notice"]}>
      <Banner kind="warning" title={t`Đang kết nối lại…`} testId="desk-lost">
        {wordsOf[was]}
      </Banner>
      <NotKept />
      <WaitingEntries entries={log?.entries ?? []} />
      {goneMs >= PAPER_AFTER_MS && stock !== null && (
        <div className={styles["offer"]}>
          <p>{t`Chưa có lại máy chủ. Trưởng ca có thể cho quầy gọi tiếp theo danh sách cuối cùng.`}</p>
          <Button
            variant="secondary"
            icon={<FileText aria-hidden size="1.2em" />}
            onPress={() => setIsAsking(true)}
            testId="start-paper"
          >{t`Bật chế độ giấy`}</Button>
        </div>
      )}
      {isAsking && (
        <LeadDialog
          title={t`Trưởng ca cho phép chế độ giấy`}
          allow={t`Bật chế độ giấy`}
          onClose={() => setIsAsking(false)}
          onAllowed={(name) => {
            setIsAsking(false);
            desk.startPaper(name);
          }}
        >
          <p>{t`Quầy sẽ gọi theo danh sách của riêng mình; cán bộ gọi số bằng lời.`}</p>
          <p>{t`Chỉ bật khi cả trung tâm mất máy chủ. Nếu các quầy khác vẫn gọi được, một số có thể bị gọi hai nơi.`}</p>
        </LeadDialog>
      )}
    </div>
  );
}
