import { useLingui } from "@lingui/react/macro";
import { Button } from "@luot/ui";
import type { ReactNode } from "react";
import type { Commands } from "../desk/useCommands.ts";
import styles from "./Form.module.css";
import { Refusal } from "./Refusal.tsx";

export interface CounterClosedProps {
  readonly counterId: string;
  readonly place: string;
  readonly commands: Commands;
  /** Another officer has it open. */
  readonly isTaken: boolean;
  readonly waiting: number;
  readonly isDayOpen: boolean;
  readonly isInStep: boolean;
}

/** Signed in, but the counter receives nobody yet. */
export function CounterClosed(props: CounterClosedProps): ReactNode {
  const { counterId, place, commands, isTaken, waiting, isDayOpen, isInStep } = props;
  const { t } = useLingui();
  const { notice } = commands;
  return (
    <div className={styles["page"]}>
      <div className={styles["card"]}>
        <p className={styles["soft"]}>{place}</p>
        <h1>{isTaken ? t`Cán bộ khác đang mở quầy này` : t`Quầy đang đóng`}</h1>
        {isTaken && <p>{t`Chọn quầy khác, hoặc nhờ cán bộ đó đóng quầy.`}</p>}
        <p>{t`Số người chờ của quầy: ${waiting}`}</p>
        {!isDayOpen && (
          <p
            className={styles["soft"]}
          >{t`Ngày làm việc chưa bắt đầu. Quầy mở được khi máy chủ mở ngày.`}</p>
        )}
        {notice?.kind === "refused" && <Refusal code={notice.code} details={notice.details} />}
        <Button
          variant="primary"
          size="large"
          isDisabled={!isInStep || isTaken || commands.busy.has("counter:open")}
          onPress={() => void commands.run("counter:open", { counterId })}
          testId="open-counter"
        >
          {t`Mở quầy`}
        </Button>
        {!isInStep && <p className={styles["soft"]}>{t`Chờ kết nối lại với máy chủ.`}</p>}
      </div>
    </div>
  );
}
