import { useLingui } from "@lingui/react/macro";
import type { DemoDossiers } from "@luot/contract";
import { dossierStatusText, useLanguage } from "@luot/i18n";
import { Qr } from "@luot/ui";
import { QrCode } from "lucide-react";
import type { ReactNode } from "react";
import { CopyText } from "../parts/CopyText.tsx";
import { Panel } from "../parts/Panel.tsx";
import styles from "./Dossiers.module.css";

/** Made-up receipts to scan or type at the kiosk, one of each state. */
export function DemoCodes({ codes }: { readonly codes: DemoDossiers }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  if (codes.length === 0) return null;
  return (
    <Panel
      title={t`Hồ sơ mẫu để thử`}
      note={t`Quét mã hoặc nhập mã tại máy lấy số. Dữ liệu được tạo cho bản dùng thử.`}
      icon={<QrCode aria-hidden size="1.3rem" />}
      testId="demo-codes"
    >
      <ul className={styles["codes"]}>
        {codes.map(({ code, status }) => (
          <li key={code}>
            <strong>{dossierStatusText(i18n, status)}</strong>
            <Qr text={code} label={t`Mã QR của hồ sơ ${code}`} />
            <CopyText text={code} label={t`Mã hồ sơ`} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
