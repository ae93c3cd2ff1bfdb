import { useLingui } from "@lingui/react/macro";
import type { CentreSettings, DeskTicket } from "@luot/hub-client";
import { formatElapsed } from "@luot/i18n";
import { Button } from "@luot/ui";
import type { ReactNode } from "react";
import { waitedMs } from "../desk/deskTimes.ts";
import { QueueItem } from "./QueueItem.tsx";
import styles from "./QueuePanel.module.css";

export interface QueuePanelProps {
  readonly waiting: readonly DeskTicket[];
  readonly parked: readonly DeskTicket[];
  readonly absent: readonly DeskTicket[];
  readonly settings: CentreSettings;
  readonly now: number;
  readonly isInStep: boolean;
  /** A ticket can be taken on again only at a free counter. */
  readonly isFree: boolean;
  readonly onOpen: (ticket: DeskTicket) => void;
  readonly onResume: (ticket: DeskTicket) => void;
  readonly onReturn: (ticket: DeskTicket) => void;
}

/** Who waits for this counter, who was set aside, and who did not come. */
export function QueuePanel(props: QueuePanelProps): ReactNode {
  const { waiting, parked, absent, settings, now, isInStep, isFree } = props;
  const { t } = useLingui();
  const longest = formatElapsed(Math.max(0, ...waiting.map((ticket) => waitedMs(ticket, now))));
  return (
    <aside className={styles["panel"]} aria-label={t`Hàng chờ của quầy`}>
      <h2 className={styles["title"]}>
        <span data-testid="queue-count">{t`Chờ: ${{ count: waiting.length }}`}</span>
        {waiting.length > 0 && <span className={styles["soft"]}>{t`lâu nhất ${longest}`}</span>}
      </h2>
      <div className={styles["list"]}>
        {waiting.length === 0 && <p className={styles["empty"]}>{t`Không còn người chờ.`}</p>}
        {waiting.map((ticket) => (
          <QueueItem
            key={ticket.id}
            ticket={ticket}
            settings={settings}
            now={now}
            onPress={() => props.onOpen(ticket)}
            isDisabled={!isInStep}
          />
        ))}
      </div>
      <Aside
        title={t`Gác lại: ${{ count: parked.length }}`}
        tickets={parked}
        now={now}
        act={t`Mời trở lại`}
        isPossible={isInStep && isFree}
        onAct={props.onResume}
        testId="resume"
      />
      <Aside
        title={t`Vắng mặt: ${{ count: absent.length }}`}
        tickets={absent}
        now={now}
        act={t`Cho vào hàng chờ`}
        isPossible={isInStep}
        onAct={props.onReturn}
        testId="return"
      />
    </aside>
  );
}

interface AsideProps {
  readonly title: string;
  readonly tickets: readonly DeskTicket[];
  readonly now: number;
  readonly act: string;
  readonly isPossible: boolean;
  readonly onAct: (ticket: DeskTicket) => void;
  readonly testId: string;
}

function Aside({ title, tickets, now, act, isPossible, onAct, testId }: AsideProps): ReactNode {
  return (
    <section>
      <h2 className={styles["title"]}>{title}</h2>
      <ul className={styles["aside"]}>
        {tickets.map((ticket) => (
          <li key={ticket.id} className={styles["row"]}>
            <span className={styles["label"]}>{ticket.label}</span>
            <span className={styles["soft"]}>{formatElapsed(now - ticket.movedAt)}</span>
            <Button
              variant="quiet"
              isDisabled={!isPossible}
              onPress={() => onAct(ticket)}
              testId={`${testId}-${ticket.label}`}
              label={`${act} ${ticket.label}`}
            >
              {act}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
