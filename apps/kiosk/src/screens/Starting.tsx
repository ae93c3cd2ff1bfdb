import { useLingui } from "@lingui/react/macro";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

/** The process that owns the devices and the way to the hub is not there, and is being started. */
export function Starting(): ReactNode {
  const { t } = useLingui();
  return (
    <section className={styles["notice"]} aria-live="polite" data-testid="starting">
      <LoaderCircle aria-hidden className={styles["turning"]} size="4rem" />
      <h1>{t`Máy đang khởi động`}</h1>
      <p>{t`Xin chờ giây lát. Nếu chờ lâu, mời ông/bà gặp cán bộ hướng dẫn.`}</p>
    </section>
  );
}
