import { useLingui } from "@lingui/react/macro";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { Issuer } from "../hub/issuerOf.ts";
import styles from "./Notice.module.css";

/** Between LẤY SỐ and the number; says so when there is nobody yet to give it. */
export function Taking({ issuer }: { readonly issuer: Issuer }): ReactNode {
  const { t } = useLingui();
  return (
    <section className={styles["notice"]} aria-live="polite" data-testid="taking">
      <LoaderCircle aria-hidden className={styles["turning"]} size="4rem" />
      <h1>{issuer !== "nobody" ? t`Đang lấy số…` : t`Đang kết nối lại…`}</h1>
      <p>{t`Xin chờ giây lát, không cần bấm lại.`}</p>
    </section>
  );
}
