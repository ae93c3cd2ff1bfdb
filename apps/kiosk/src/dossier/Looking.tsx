import { useLingui } from "@lingui/react/macro";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import styles from "../screens/Notice.module.css";

/** Between a code and its dossier. */
export function Looking(): ReactNode {
  const { t } = useLingui();
  return (
    <section className={styles["notice"]} aria-live="polite" data-testid="looking">
      <LoaderCircle aria-hidden className={styles["turning"]} size="4rem" />
      <h1>{t`Đang tra cứu hồ sơ…`}</h1>
      <p>{t`Xin chờ giây lát, không cần bấm lại.`}</p>
    </section>
  );
}
