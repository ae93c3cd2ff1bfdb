import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import styles from "./DeskActions.module.css";
import { DeskButton } from "./DeskButton.tsx";
import type { DeskAction } from "./deskKeys.ts";

const ORDER: readonly DeskAction[] = [
  "start",
  "recall",
  "no-show",
  "finish",
  "transfer",
  "park",
  "put-back",
  "call-chosen",
  "pause",
  "reprint",
  "issue",
];

export interface DeskActionsProps {
  readonly possible: ReadonlySet<DeskAction>;
  readonly onAct: (action: DeskAction) => void;
  /** Actions this officer never has are not shown at all. */
  readonly hidden: ReadonlySet<DeskAction>;
  readonly hasTicket: boolean;
  readonly isNextReady: boolean;
  /** Whole seconds in which the last action may be taken back; 0 for none. */
  readonly undoSeconds: number;
}

/** All that can be done, each with its key. */
export function DeskActions(props: DeskActionsProps): ReactNode {
  const { possible, onAct, hidden, hasTicket, isNextReady, undoSeconds } = props;
  const { t } = useLingui();
  return (
    <section className={styles["actions"]} aria-label={t`Thao tác`}>
      <div className={styles["main"]}>
        <DeskButton
          action="next"
          isPossible={possible.has("next") && isNextReady}
          onAct={onAct}
          variant="primary"
          size="large"
          testId="call-next"
          {...(hasTicket ? { word: t`Xong, gọi số tiếp theo` } : {})}
        />
        <DeskButton
          action="undo"
          isPossible={possible.has("undo")}
          onAct={onAct}
          size="large"
          variant="secondary"
          {...(undoSeconds > 0 ? { word: t`Hoàn tác (còn ${undoSeconds} giây)` } : {})}
        />
      </div>
      <div className={styles["rest"]}>
        {ORDER.filter((action) => !hidden.has(action)).map((action) => (
          <DeskButton
            key={action}
            action={action}
            isPossible={possible.has(action)}
            onAct={onAct}
          />
        ))}
      </div>
    </section>
  );
}
