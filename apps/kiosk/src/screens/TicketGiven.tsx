import { countersText, formatClock, formatMinutesRange, useLanguage } from "@luot/i18n";
import { Banner, Button, Qr } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { CSSProperties, Dispatch, ReactNode } from "react";
import type { GivenTicket, KioskAction } from "../flow/Screen.ts";
import { isOnScreenOnly, type PaperStanding } from "../flow/paperStanding.ts";
import { type Hall, standingOf } from "../hall/serviceStanding.ts";
import { serviceTitle } from "./serviceTitle.ts";
import { PaperNote } from "./PaperNote.tsx";
import styles from "./TicketGiven.module.css";

export interface TicketGivenProps {
  readonly ticket: GivenTicket;
  readonly paper: PaperStanding;
  readonly hall: Hall;
  /** Where phones reach the hub, without a slash at the end. */
  readonly origin: string;
  readonly dispatch: Dispatch<KioskAction>;
  readonly askCopy: (ticketId: string) => void;
}

/** The number, large enough to be read by whoever stands behind; then what comes next. */
export function TicketGiven(props: TicketGivenProps): ReactNode {
  const { t } = useLingui();
  const { ticket, paper, hall, origin, dispatch } = props;
  const isLarge = isOnScreenOnly(paper);
  // A number of the kiosk's own has no page yet: the hub does not know it.
  const { token } = ticket;
  return (
    <section className={styles["given"]} aria-live="assertive">
      <p className={styles["lead"]}>{t`Số của ông/bà`}</p>
      <p className={styles["label"]} style={lengthOf(ticket.label)} data-testid="ticket-label">
        {ticket.label}
      </p>
      <TicketFacts ticket={ticket} hall={hall} />
      <PaperNote
        paper={paper}
        hasPage={token !== null}
        onAskAgain={() => props.askCopy(ticket.ticketId)}
      />
      {token === null ? (
        <div className={styles["own"]}>
          <Banner kind="info" title={t`Số lấy khi mất kết nối máy chủ`} testId="ticket-own">
            {t`Số này có giá trị như mọi số khác. Mời ông/bà chờ được gọi.`}
          </Banner>
        </div>
      ) : (
        <div className={styles["phone"]}>
          <div className={`${styles["qr"]} ${isLarge ? styles["large"] : ""}`}>
            <Qr text={`${origin}/p/${token}`} label={t`Mã QR của trang theo dõi số`} />
          </div>
          <p>{t`Quét mã bằng điện thoại để theo dõi lượt của mình.`}</p>
        </div>
      )}
      <div className={styles["actions"]}>
        <Button
          variant="secondary"
          size="large"
          onPress={() => dispatch({ type: "started-again" })}
          testId="take-another"
        >
          {t`Lấy thêm số`}
        </Button>
        <Button
          variant="primary"
          size="large"
          onPress={() => dispatch({ type: "ended", at: performance.now() })}
          testId="done"
        >
          {t`Xong`}
        </Button>
      </div>
    </section>
  );
}

/** A number of the kiosk's own is longer, and must not break at its hyphen. */
function lengthOf(label: string): CSSProperties {
  return { "--chars": label.length } as CSSProperties;
}

function TicketFacts(props: { readonly ticket: GivenTicket; readonly hall: Hall }): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { ticket, hall } = props;
  const { timeZone } = hall.settings.calendar;
  const service = hall.settings.services.find(({ id }) => id === ticket.serviceId);
  if (service === undefined) return null;
  return (
    <>
      <p className={styles["service"]}>{serviceTitle(i18n, service, language)}</p>
      <dl className={styles["facts"]}>
        <div>
          <dt>{t`Quầy phục vụ`}</dt>
          <dd>{countersText(i18n, standingOf(service, hall).counters)}</dd>
        </div>
        {ticket.ahead !== null && (
          <>
            <div>
              <dt>{t`Người chờ trước`}</dt>
              <dd data-testid="ticket-ahead">{ticket.ahead}</dd>
            </div>
            <div>
              <dt>{t`Thời gian chờ dự kiến`}</dt>
              <dd data-testid="ticket-estimate">{formatMinutesRange(i18n, ticket.estimate)}</dd>
            </div>
          </>
        )}
        <div>
          <dt>{t`Lấy số lúc`}</dt>
          <dd>{formatClock(ticket.issuedAt, timeZone)}</dd>
        </div>
      </dl>
    </>
  );
}
