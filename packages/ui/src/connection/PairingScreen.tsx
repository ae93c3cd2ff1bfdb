import { type DeviceRoleWord, deviceRoleText, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LanguageSwitch } from "../controls/LanguageSwitch.tsx";
import styles from "./FullScreen.module.css";

export interface PairingScreenProps {
  /** Six digits of the hub. */
  readonly code: string;
  readonly device: DeviceRoleWord;
  /** What it is paired for, e.g. the counter, where that is known. */
  readonly place?: string;
  /** Where the hub's launcher page is. */
  readonly hubAddress: string;
}

/** Shown while the hub doesn't know the device: the code, and where to confirm it. */
export function PairingScreen({ code, device, place, hubAddress }: PairingScreenProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const name = [deviceRoleText(i18n, device), place].filter(Boolean).join(" · ");
  return (
    <main className={styles["screen"]}>
      <p className={styles["soft"]}>{name}</p>
      <h1>{t`Ghép nối thiết bị này`}</h1>
      <p className={styles["code"]} data-testid="pairing-code">
        {code}
      </p>
      <p>{t`Tại máy chủ, mở trang ${hubAddress} và xác nhận mã này.`}</p>
      <p className={styles["soft"]}>{t`Màn hình tự chạy tiếp khi mã được xác nhận.`}</p>
      <LanguageSwitch />
    </main>
  );
}
