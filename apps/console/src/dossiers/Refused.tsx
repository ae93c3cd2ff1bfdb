import { useLingui } from "@lingui/react/macro";
import { importReasonText, useLanguage } from "@luot/i18n";
import { Banner } from "@luot/ui";
import type { ReactNode } from "react";
import type { Refusal } from "./askDossiers.ts";
import styles from "./Dossiers.module.css";

/** Why the hub did not do it; nothing while it did. */
export function Refused({ error }: { readonly error: Refusal | null }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  if (error === null) return null;
  const words =
    error.code === "unreachable"
      ? t`Không liên lạc được với máy chủ. Thử lại sau ít giây.`
      : importReasonText(i18n, error.code);
  return (
    <Banner kind="danger" title={t`Chưa thực hiện được`} testId="dossiers-error">
      {words}
      {error.detail !== "" && <pre className={styles["soft"]}>{error.detail}</pre>}
    </Banner>
  );
}
