import { useLingui } from "@lingui/react/macro";
import { Unplug } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

/** No hub, no number: plain words, and that nobody needs to do anything for it to come back. */
export function LostHub(): ReactNode {
  const { t } = useLingui();
  return (
    <section className={styles["notice"]} role="alert" data-testid="hub-lost">
      <Unplug aria-hidden size="5rem" />
      <h1>{t`Máy tạm thời không phát số`}</h1>
      <p>{t`Mất kết nối với máy chủ. Máy đang tự kết nối lại.`}</p>
      <p className={styles["times"]}>{t`Mời ông/bà chờ ít phút hoặc gặp cán bộ hướng dẫn.`}</p>
    </section>
  );
}
