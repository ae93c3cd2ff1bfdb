import { useLingui } from "@lingui/react/macro";
import type { LauncherState } from "@luot/contract";
import { deviceRoleText, formatClock, formatDate, formatIsoDate, useLanguage } from "@luot/i18n";
import { Button } from "@luot/ui";
import { CircleCheck, Clock, Server } from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "../parts/Panel.tsx";
import styles from "./HubStatus.module.css";
import { uptimeText } from "./uptime.ts";
import { printerText } from "./words.ts";

export interface HubStatusProps {
  readonly hub: LauncherState["hub"];
  readonly timeZone: string;
  /** `null` where nobody may say so. */
  readonly onRollChanged: (() => void) | null;
}

const ROLES = ["kiosk", "counter", "display", "phone"] as const;
const PRINTER_LOOKS: Partial<Record<LauncherState["hub"]["printer"], string>> = {
  paper_low: "warn",
  unknown: "warn",
  paper_out: "bad",
  cover_open: "bad",
  offline: "bad",
};

/** How the hub stands: the day, the tickets, who is connected, the printer. */
export function HubStatus({ hub, timeZone, onRollChanged }: HubStatusProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const StandIcon = hub.isOpen ? CircleCheck : Clock;
  const printerLook = PRINTER_LOOKS[hub.printer];
  const clock = (at: number): string => `${formatClock(at, timeZone)} ${formatDate(at, timeZone)}`;
  const started = [formatClock(hub.startedAt, timeZone), formatDate(hub.startedAt, timeZone)];
  return (
    <Panel title={t`Máy chủ`} icon={<Server aria-hidden size="1.3rem" />} testId="launcher-state">
      <p className={`${styles["stand"]} ${styles[hub.isOpen ? "open" : "closed"]}`}>
        <StandIcon aria-hidden size="1.3rem" />
        {hub.isOpen ? t`Đang nhận số` : t`Ngoài giờ nhận số`}
      </p>
      <dl className={styles["figures"]}>
        <div className={styles["figure"]}>
          <dt>{t`số đã phát hôm nay`}</dt>
          <dd data-testid="issued-today">{hub.totals.issued}</dd>
        </div>
        <div className={styles["figure"]}>
          <dt>{t`số đã hoàn thành`}</dt>
          <dd data-testid="done-today">{hub.totals.done}</dd>
        </div>
      </dl>
      <dl className={styles["facts"]}>
        <dt>{t`Ngày làm việc`}</dt>
        <dd>{hub.day === null ? t`chưa mở ngày nào` : formatIsoDate(hub.day)}</dd>
        <dt>{t`Máy in phiếu`}</dt>
        <dd className={printerLook === undefined ? undefined : styles[printerLook]}>
          {printerText(i18n, hub.printer)}
        </dd>
        {hub.roll !== null && hub.printer !== "none" && (
          <>
            <dt>{t`Cuộn giấy`}</dt>
            <dd>
              <RollLeft roll={hub.roll} onChanged={onRollChanged} clock={clock} />
            </dd>
          </>
        )}
        {ROLES.map((role) => (
          <Fact key={role} name={deviceRoleText(i18n, role)} value={hub.connections[role]} />
        ))}
        <dt>{t`Chạy được`}</dt>
        <dd title={started.join(" ")}>{uptimeText(i18n, hub.now - hub.startedAt)}</dd>
        <dt>{t`Phiên bản`}</dt>
        <dd>{hub.version}</dd>
      </dl>
    </Panel>
  );
}

function RollLeft(props: {
  readonly roll: NonNullable<LauncherState["hub"]["roll"]>;
  readonly onChanged: (() => void) | null;
  /** The time of day and date of a moment. */
  readonly clock: (at: number) => string;
}): ReactNode {
  const { t } = useLingui();
  const { lengthMm, usedMm, changedAt } = props.roll;
  const metres = Math.max(0, Math.round((lengthMm - usedMm) / 1_000));
  const clock = props.clock(changedAt);
  return (
    <div className={styles["roll"]}>
      <span>{t`còn khoảng ${{ metres }} mét`}</span>
      <span className={styles["soft"]}>{t`thay lúc ${{ clock }}`}</span>
      {props.onChanged !== null && (
        <Button variant="quiet" onPress={props.onChanged} testId="paper-changed">
          {t`Đã thay cuộn giấy`}
        </Button>
      )}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: number }): ReactNode {
  const { t } = useLingui();
  return (
    <>
      <dt>{name}</dt>
      <dd>{value === 0 ? t`không có` : t`${value} đang kết nối`}</dd>
    </>
  );
}
