import { useLingui } from "@lingui/react/macro";
import { Button } from "@luot/ui";
import { type ReactNode, useState } from "react";
import { useOffline } from "../offline/OfflineContext.tsx";
import { LeadDialog } from "./LeadDialog.tsx";

/** The way out of paper mode before the hub is back: it was turned on by mistake. */
export function EndPaper({ isFree }: { readonly isFree: boolean }): ReactNode {
  const { t } = useLingui();
  const { desk } = useOffline();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        isDisabled={!isFree}
        onPress={() => setIsAsking(true)}
        testId="end-paper"
      >{t`Tắt chế độ giấy`}</Button>
      {isAsking && (
        <LeadDialog
          title={t`Trưởng ca tắt chế độ giấy`}
          allow={t`Tắt chế độ giấy`}
          onClose={() => setIsAsking(false)}
          onAllowed={() => {
            setIsAsking(false);
            desk.endPaper();
          }}
        >
          <p>{t`Quầy không gọi thêm số cho đến khi có lại máy chủ. Mọi việc đã ghi vẫn được gửi đi.`}</p>
        </LeadDialog>
      )}
    </>
  );
}
