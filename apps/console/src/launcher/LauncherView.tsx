import { useLingui } from "@lingui/react/macro";
import type { LauncherState } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import { useLanguage } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import type { ReactNode } from "react";
import { Accounts } from "./Accounts.tsx";
import { AlarmList } from "./AlarmList.tsx";
import { Devices } from "./Devices.tsx";
import { HubStatus } from "./HubStatus.tsx";
import styles from "./LauncherView.module.css";
import { Pairings } from "./Pairings.tsx";
import { ScreenLinks } from "./ScreenLinks.tsx";
import { TryIt } from "./TryIt.tsx";
import type { Actions } from "./useActions.ts";
import { launcherErrorText } from "./words.ts";

export interface LauncherViewProps {
  readonly state: LauncherState | null;
  readonly settings: CentreSettings | null;
  readonly timeZone: string;
  /** Whether the hub is silent, so that `state` is an older one. */
  readonly isLost: boolean;
  /** The hub's address on its own machine. */
  readonly address: string;
  readonly actions: Actions;
}

/** What the launcher shows of a hub. */
export function LauncherView(props: LauncherViewProps): ReactNode {
  const { state, settings, timeZone, actions } = props;
  const { t } = useLingui();
  return (
    <div className={styles["page"]}>
      <Troubles {...props} />
      <Notices {...props} />
      {state === null ? (
        <p>{t`Đang hỏi máy chủ…`}</p>
      ) : (
        <div className={styles["columns"]}>
          <div className={styles["column"]}>
            {state.isLocal && state.pairings.length > 0 && (
              <Pairings pairings={state.pairings} settings={settings} actions={actions} />
            )}
            <ScreenLinks state={state} settings={settings} />
            {state.hub.isDemo && <TryIt isLocal={state.isLocal} />}
            {state.accounts.length > 0 && <Accounts accounts={state.accounts} />}
          </div>
          <div className={styles["column"]}>
            <HubStatus
              hub={state.hub}
              timeZone={timeZone}
              onRollChanged={state.isLocal ? () => actions.run({ kind: "paper-changed" }) : null}
            />
            <AlarmList state={state} timeZone={timeZone} actions={actions} />
            {state.isLocal && (
              <Devices devices={state.devices} settings={settings} actions={actions} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function Troubles({ isLost, actions }: LauncherViewProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  return (
    <div className={`${styles["notices"]} ${styles["urgent"]}`}>
      {isLost && (
        <Banner kind="danger" title={t`Không liên lạc được với máy chủ`} testId="hub-lost">
          {t`Những gì hiển thị có thể đã cũ. Trang tự kết nối lại; nếu kéo dài, xem máy chủ còn chạy không.`}
        </Banner>
      )}
      {actions.error !== null && (
        <Banner kind="danger" title={t`Chưa thực hiện được`} testId="action-error">
          <div className={styles["notice"]}>
            {launcherErrorText(i18n, actions.error)}
            <Button variant="quiet" onPress={actions.forgetError}>{t`Đã hiểu`}</Button>
          </div>
        </Banner>
      )}
    </div>
  );
}

function Notices({ state, address, actions }: LauncherViewProps): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["notices"]}>
      {state?.hub.isClockSuspect === true && (
        <Banner kind="warning" title={t`Đồng hồ máy chủ vừa nhảy`} testId="clock-suspect">
          <div className={styles["notice"]}>
            {t`Ngày làm việc tạm giữ nguyên. Xem giờ ở góc trên, sửa giờ máy chủ nếu sai, rồi xác nhận.`}
            {state.isLocal && (
              <Button
                variant="primary"
                onPress={() => actions.run({ kind: "confirm-clock" })}
                testId="confirm-clock"
              >{t`Giờ đã đúng`}</Button>
            )}
          </div>
        </Banner>
      )}
      {state !== null && !state.isLocal && (
        <Banner kind="info" title={t`Bạn đang xem từ máy khác`} testId="not-local">
          {t`Ghép nối thiết bị, thu hồi thiết bị, xóa cảnh báo, xem tài khoản và cuộn giấy chỉ làm được trên chính máy chủ, ở địa chỉ ${address}.`}
        </Banner>
      )}
      {state?.hub.isLoadTest === true && (
        <Banner kind="warning" title={t`Máy chủ đang chạy thử tải`}>
          {t`Giới hạn đã nới ra. Không dùng cho người thật.`}
        </Banner>
      )}
    </div>
  );
}
