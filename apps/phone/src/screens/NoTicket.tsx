import { useLingui } from "@lingui/react/macro";
import { LanguageSwitch } from "@luot/ui";
import { QrCode } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./phone.module.css";

/** The page was opened without a ticket. */
export function NoTicket(): ReactNode {
  const { t } = useLingui();
  return (
    <main className={`${styles["page"]} ${styles["alone"]}`}>
      <QrCode aria-hidden size="4rem" />
      <h1>{t`Chưa có số nào`}</h1>
      <p>{t`Mời quét mã QR trên phiếu hoặc trên màn hình lấy số.`}</p>
      <LanguageSwitch />
    </main>
  );
}
