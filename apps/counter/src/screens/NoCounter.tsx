import { Trans, useLingui } from "@lingui/react/macro";
import { hubAddress } from "@luot/hub-client";
import { LanguageSwitch } from "@luot/ui";
import type { ReactNode } from "react";
import styles from "./Form.module.css";

/** The page's address names no counter. */
export function NoCounter(): ReactNode {
  const { t } = useLingui();
  const example = `${hubAddress() ?? ""}/counter/?counter=q05`;
  return (
    <main className={styles["page"]}>
      <div className={styles["card"]}>
        <h1>{t`Trang này cho quầy nào?`}</h1>
        <p>{t`Thêm mã quầy vào địa chỉ trang, ví dụ:`}</p>
        <p>
          <code>{example}</code>
        </p>
        <p className={styles["soft"]}>
          <Trans>Địa chỉ của từng quầy có ở trang chính của máy chủ.</Trans>
        </p>
        <LanguageSwitch />
      </div>
    </main>
  );
}
