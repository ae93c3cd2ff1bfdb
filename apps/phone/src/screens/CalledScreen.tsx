import { useLingui } from "@lingui/react/macro";
import { BellRing } from "lucide-react";
import type { ReactNode } from "react";
import type { TicketStage } from "../ticket/ticketStage.ts";
import styles from "./phone.module.css";

/** The call, over the whole screen: it is read at arm's length, walking. */
export function CalledScreen(props: {
  readonly label: string;
  readonly stage: Extract<TicketStage, { readonly kind: "called" }>;
}): ReactNode {
  const { t } = useLingui();
  const { label, stage } = props;
  const { counter, recalls } = stage;
  return (
    <div className={styles["called"]} role="alert">
      <title>{label}</title>
      <BellRing aria-hidden className={styles["bell"]} size="3.5rem" />
      <p className={styles["label"]} data-testid="phone-label">
        {label}
      </p>
      <p className={styles["call"]} data-testid="phone-status" data-status="called">
        {counter === null ? t`Mời đến quầy` : t`Mời đến quầy ${{ counter }}`}
      </p>
      {recalls > 0 && <p>{t`Nhắc lại lần ${{ times: recalls }}`}</p>}
    </div>
  );
}
