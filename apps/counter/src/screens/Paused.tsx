import { useLingui } from "@lingui/react/macro";
import { Button } from "@luot/ui";
import { Coffee } from "lucide-react";
import type { ReactNode } from "react";
import type { Commands } from "../desk/useCommands.ts";
import { FrozenNotice } from "../offline/FrozenNotice.tsx";
import styles from "./Form.module.css";
import { Refusal } from "./Refusal.tsx";

export interface PausedProps {
  readonly counterId: string;
  readonly place: string;
  readonly reason: string;
  readonly waiting: number;
  readonly commands: Commands;
  readonly isInStep: boolean;
}

/** The counter has a break: the hall sees it too. */
export function Paused(props: PausedProps): ReactNode {
  const { counterId, place, reason, waiting, commands, isInStep } = props;
  const { t } = useLingui();
  const { notice, busy, run } = commands;
  return (
    <div className={styles["page"]}>
      {!isInStep && <FrozenNotice was="paused" />}
      <div className={styles["card"]}>
        <Coffee aria-hidden size="2.5rem" />
        <p className={styles["soft"]}>{place}</p>
        <h1>{t`Quầy đang tạm nghỉ`}</h1>
        <p>{reason}</p>
        <p>{t`Số người chờ của quầy: ${waiting}`}</p>
        {notice?.kind === "refused" && <Refusal code={notice.code} details={notice.details} />}
        <Button
          variant="primary"
          size="large"
          isDisabled={!isInStep || busy.has("counter:resume")}
          onPress={() => void run("counter:resume", { counterId })}
          testId="resume-counter"
        >
          {t`Tiếp tục phục vụ`}
        </Button>
      </div>
    </div>
  );
}
