import { useLingui } from "@lingui/react/macro";
import type { LauncherState } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import { deviceRoleText, useLanguage } from "@luot/i18n";
import { Button, Dialog } from "@luot/ui";
import { CircleCheck, CircleOff, MonitorSmartphone } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Panel } from "../parts/Panel.tsx";
import styles from "./List.module.css";
import { placeText } from "./placeText.ts";
import { shownDevices } from "./shownDevices.ts";
import type { Actions } from "./useActions.ts";
import { partText } from "./words.ts";

type Device = LauncherState["devices"][number];

export interface DevicesProps {
  readonly devices: readonly Device[];
  readonly settings: CentreSettings | null;
  readonly actions: Actions;
}

/** The devices that are paired, and the way to end that. */
export function Devices({ devices, settings, actions }: DevicesProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [asked, setAsked] = useState<Device | null>(null);
  const shown = shownDevices(devices);
  return (
    <Panel
      title={t`Thiết bị`}
      icon={<MonitorSmartphone aria-hidden size="1.3rem" />}
      count={shown.length}
    >
      {shown.length === 0 && <p>{t`Chưa có thiết bị nào. Mở một màn hình để ghép nối.`}</p>}
      {shown.length > 0 && (
        <ul className={styles["list"]}>
          {shown.map((device) => (
            <li key={device.id} className={styles["item"]} data-testid={`device-${device.id}`}>
              <div className={styles["text"]}>
                <strong>{device.name}</strong>
                <span className={styles["soft"]}>
                  {[
                    deviceRoleText(i18n, device.role),
                    placeText(i18n, device.counterId, settings) ?? device.zone,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                <Connected is={device.isConnected} />
                <Troubles parts={device.parts} />
              </div>
              <Button
                variant="quiet"
                label={t`Thu hồi: ${{ name: device.name }}`}
                onPress={() => setAsked(device)}
              >
                {t`Thu hồi`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Dialog
        title={t`Thu hồi thiết bị này?`}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        testId="revoke-dialog"
        actions={
          <>
            <Button variant="quiet" onPress={() => setAsked(null)}>{t`Giữ lại`}</Button>
            <Button
              variant="danger"
              testId="revoke-confirm"
              onPress={() => {
                if (asked !== null) actions.run({ kind: "revoke", id: asked.id });
                setAsked(null);
              }}
            >{t`Thu hồi`}</Button>
          </>
        }
      >
        <p>
          <strong>{asked?.name}</strong>
        </p>
        <p>{t`Thiết bị bị ngắt ngay và phải ghép nối lại mới dùng được.`}</p>
      </Dialog>
    </Panel>
  );
}

/** The parts that are not well; a device says nothing of those that are. */
function Troubles({ parts }: { readonly parts: Device["parts"] }): ReactNode {
  const { i18n } = useLanguage();
  const troubles = parts.filter(({ state }) => state !== "ready");
  if (troubles.length === 0) return null;
  return (
    <span className={styles["soft"]}>
      {troubles.map((part) => partText(i18n, part)).join(" · ")}
    </span>
  );
}

function Connected({ is }: { readonly is: boolean }): ReactNode {
  const { t } = useLingui();
  const Icon = is ? CircleCheck : CircleOff;
  return (
    <div className={styles["soft"]}>
      <span className={`${styles["connection"]} ${styles[is ? "on" : "off"]}`}>
        <Icon aria-hidden size="1em" />
        {is ? t`Đã kết nối` : t`Không kết nối`}
      </span>
    </div>
  );
}
