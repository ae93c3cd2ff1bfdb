import { useLingui } from "@lingui/react/macro";
import type { CentreSettings, DeskTicket } from "@luot/hub-client";
import { isCallable } from "@luot/hub-client";
import { classText, formatElapsed, textOf, useLanguage } from "@luot/i18n";
import { PrinterX, Star, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { waitedMs } from "../desk/deskTimes.ts";
import styles from "./QueuePanel.module.css";

export interface QueueItemProps {
  readonly ticket: DeskTicket;
  readonly settings: CentreSettings;
  readonly now: number;
  readonly onPress: () => void;
  readonly isDisabled: boolean;
}

/** Somebody who waits: number, service, how long, and what is special. Pressing it offers more. */
export function QueueItem({ ticket, settings, now, ...press }: QueueItemProps): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { place, label, capAt } = ticket;
  const service = settings.services.find(({ id }) => id === place.serviceId);
  const isPriority = settings.policy.classes[place.class].stream === "priority";
  return (
    <AriaButton
      className={styles["item"] ?? ""}
      onPress={press.onPress}
      isDisabled={press.isDisabled}
      data-testid={`queue-item-${label}`}
    >
      <span className={styles["label"]}>{label}</span>
      <span className={styles["what"]}>
        <span className={styles["service"]}>
          {service === undefined ? place.serviceId : textOf(service.name, language)}
        </span>
        {place.class !== "normal" && (
          <span className={styles["mark"]}>
            {isPriority && <Star aria-hidden size="1em" fill="currentcolor" />}
            {classText(i18n, place.class)}
          </span>
        )}
        {!place.line.startsWith("service:") && (
          <span className={styles["mark"]}>{t`chuyển đến đây`}</span>
        )}
        {!isCallable(ticket, now) && (
          <span className={styles["late"]}>
            <PrinterX aria-hidden size="1em" />
            {t`chưa in`}
          </span>
        )}
        {capAt <= now && (
          <span className={styles["late"]}>
            <TriangleAlert aria-hidden size="1em" />
            {t`chờ quá lâu`}
          </span>
        )}
      </span>
      <span className={styles["wait"]}>{formatElapsed(waitedMs(ticket, now))}</span>
    </AriaButton>
  );
}
