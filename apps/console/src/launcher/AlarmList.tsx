import { useLingui } from "@lingui/react/macro";
import type { LauncherState } from "@luot/contract";
import { formatClock, useLanguage } from "@luot/i18n";
import { Button } from "@luot/ui";
import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "../parts/Panel.tsx";
import styles from "./List.module.css";
import type { Actions } from "./useActions.ts";
import { alarmText } from "./words.ts";

export interface AlarmListProps {
  readonly state: LauncherState;
  readonly timeZone: string;
  readonly actions: Actions;
}

/** What needs somebody, newest first. */
export function AlarmList({ state, timeZone, actions }: AlarmListProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  return (
    <Panel
      title={t`Cảnh báo`}
      icon={<TriangleAlert aria-hidden size="1.3rem" />}
      count={state.alarms.length}
    >
      {state.alarms.length === 0 && (
        <p className={styles["good"]}>
          <CircleCheck aria-hidden size="1.2rem" />
          {t`Không có gì cần xử lý.`}
        </p>
      )}
      {state.alarms.length > 0 && (
        <ul className={styles["list"]}>
          {state.alarms.map((alarm) => {
            const { what, next } = alarmText(i18n, alarm);
            return (
              <li
                key={alarm.id}
                className={`${styles["item"]} ${styles["alarm"]}`}
                data-testid={`alarm-${alarm.id}`}
              >
                <div className={styles["text"]}>
                  <strong>{what}</strong>
                  <span>
                    {next} <time className={styles["soft"]}>{formatClock(alarm.at, timeZone)}</time>
                  </span>
                </div>
                {state.isLocal && (
                  <Button
                    variant="quiet"
                    label={t`Đã xử lý: ${what}`}
                    onPress={() => actions.run({ kind: "clear-alarm", id: alarm.id })}
                  >
                    {t`Đã xử lý`}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
