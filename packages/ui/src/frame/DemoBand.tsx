import { useLingui } from "@lingui/react/macro";
import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./ScreenFrame.module.css";

/** Says that this is a demonstration, so that nobody takes it for the real hall. */
export function DemoBand(): ReactNode {
  const { t } = useLingui();
  return (
    <p className={styles["demo"]} data-testid="demo-band">
      <FlaskConical aria-hidden size="1.1em" />
      {t`Bản dùng thử – số không có giá trị`}
    </p>
  );
}
