import { Banner } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import styles from "./OfflineNote.module.css";

/**
 * Over the choices of a kiosk that is cut off: numbers are given all the same.
 *
 * @param isBrief where the screen is full already, and the rest was read before
 */
export function OfflineNote({ isBrief }: { readonly isBrief: boolean }): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["note"]}>
      <Banner kind="warning" title={t`Mất kết nối máy chủ, vẫn lấy số được`} testId="offline-note">
        {isBrief
          ? undefined
          : t`Máy không biết còn bao nhiêu người chờ. Số lấy bây giờ có giá trị như mọi số khác.`}
      </Banner>
    </div>
  );
}
