import { useLingui } from "@lingui/react/macro";
import type { CentreSettings, DeskTicket } from "@luot/hub-client";
import { classText, formatClock, formatElapsed, statusText, textOf, useLanguage } from "@luot/i18n";
import { Accessibility, BellRing, Hourglass, Timer } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./CurrentTicket.module.css";
import { servedMs, waitedMs } from "./deskTimes.ts";

export interface CurrentTicketProps {
  readonly ticket: DeskTicket | null;
  readonly settings: CentreSettings;
  readonly now: number;
  readonly waiting: number;
  /** The hub is gone: nobody can be called. */
  readonly isFrozen: boolean;
}

/** Who is at the counter, or that nobody is. */
export function CurrentTicket(props: CurrentTicketProps): ReactNode {
  const { ticket, settings, now, waiting, isFrozen } = props;
  const { t } = useLingui();
  const call = isFrozen
    ? t`Gọi số tiếp theo được khi có lại máy chủ.`
    : t`Nhấn Enter để gọi số tiếp theo.`;
  if (ticket === null)
    return (
      <section className={styles["empty"]} aria-live="polite">
        <p className={styles["nobody"]}>{t`Quầy đang trống`}</p>
        <p>
          {waiting === 0 && !isFrozen
            ? t`Không còn người chờ. Khi có người lấy số, danh sách tự hiện.`
            : call}
        </p>
      </section>
    );
  return <Ticket ticket={ticket} settings={settings} now={now} />;
}

function Ticket({
  ticket,
  settings,
  now,
}: {
  readonly ticket: DeskTicket;
  readonly settings: CentreSettings;
  readonly now: number;
}): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { place, label, recalls } = ticket;
  const service = settings.services.find(({ id }) => id === place.serviceId);
  const reason = settings.priorityReasons.find(({ id }) => id === ticket.reason);
  const served = servedMs(ticket, now);
  const waited = formatElapsed(waitedMs(ticket, now));
  const issued = formatClock(ticket.issuedAt, settings.calendar.timeZone);
  const called = formatElapsed(now - (ticket.calledAt ?? now));
  const lasted = formatElapsed(served ?? 0);
  const expected = formatElapsed(service?.expectedServiceMs ?? 0);
  const isCalled = place.status === "called";
  return (
    <section className={`${styles["card"]} ${isCalled ? styles["called"] : styles["serving"]}`}>
      <div className={styles["number"]}>
        <p className={styles["status"]}>
          {isCalled ? <BellRing aria-hidden size="1.2em" /> : <Timer aria-hidden size="1.2em" />}
          {statusText(i18n, place.status)}
        </p>
        <p className={styles["label"]} data-testid="current-label" aria-live="polite">
          {label}
        </p>
      </div>
      <div className={styles["facts"]}>
        <p className={styles["service"]}>
          {service === undefined ? place.serviceId : textOf(service.name, language)}
        </p>
        <p className={styles["fact"]}>
          <Accessibility aria-hidden size="1.2em" />
          {classText(i18n, place.class)}
          {reason !== undefined && `: ${textOf(reason.name, language)}`}
        </p>
        <p className={styles["fact"]}>
          <Hourglass aria-hidden size="1.2em" />
          {t`Đã chờ ${waited} · lấy số lúc ${issued}`}
        </p>
        <p className={styles["fact"]} data-testid="serving-time">
          <Timer aria-hidden size="1.2em" />
          {served === null
            ? t`Đã gọi ${called} · gọi lại ${recalls} lần`
            : t`Phục vụ ${lasted} / dự kiến ${expected}`}
        </p>
        {ticket.language === "en" && (
          <p className={styles["fact"]}>{t`Ngôn ngữ của khách: tiếng Anh`}</p>
        )}
      </div>
    </section>
  );
}
