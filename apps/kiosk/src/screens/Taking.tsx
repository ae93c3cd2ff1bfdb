import { useLingui } from "@lingui/react/macro";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

/** Between LẤY SỐ and the number; says so when the hub has to be found again first. */
export function Taking({ isConnected }: { readonly isConnected: boolean }): ReactNode {
  const { t } = useLingui();
  return (
    <section className={styles["notice"]} aria-live="polite" data-testid="taking">
      <LoaderCircle aria-hidden className={styles["turning"]} size="4rem" />
      <h1>{isConnected ? t`Đang lấy số…` : t`Đang kết nối lại…`}</h1>
      <p>{t`Xin chờ giây lát, không cần bấm lại.`}</p>
    </section>
  );
}
