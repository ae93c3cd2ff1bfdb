import { countersText, formatMinutesRange, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { TicketStage } from "../ticket/ticketStage.ts";
import styles from "./phone.module.css";

type Shown = Exclude<TicketStage, { readonly kind: "called" }>;

export interface StageCardProps {
  readonly stage: Shown;
  /** Numbers of the counters that serve the ticket. */
  readonly counters: readonly number[];
}

/** Where the ticket stands, and what its holder does next. */
export function StageCard({ stage, counters }: StageCardProps): ReactNode {
  const { what, next } = useStageWords(stage);
  return (
    <section className={styles["card"]} aria-live="polite">
      <p className={styles["status"]} data-testid="phone-status" data-status={stage.kind}>
        {what}
      </p>
      {stage.kind === "waiting" && <Wait stage={stage} counters={counters} />}
      {next !== null && <p>{next}</p>}
    </section>
  );
}

function Wait(props: {
  readonly stage: Extract<TicketStage, { readonly kind: "waiting" }>;
  readonly counters: readonly number[];
}): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { stage, counters } = props;
  return (
    <dl className={styles["facts"]}>
      <div>
        <dt>{t`Người chờ trước`}</dt>
        <dd data-testid="phone-ahead">{stage.ahead}</dd>
      </div>
      <div>
        <dt>{t`Thời gian chờ dự kiến`}</dt>
        <dd data-testid="phone-estimate">{formatMinutesRange(i18n, stage.estimate)}</dd>
      </div>
      <div>
        <dt>{t`Quầy phục vụ`}</dt>
        <dd>{countersText(i18n, counters)}</dd>
      </div>
    </dl>
  );
}

/** A sentence for the stage, and one for what to do. */
function useStageWords(stage: Shown): { readonly what: string; readonly next: string | null } {
  const { t } = useLingui();
  switch (stage.kind) {
    case "waiting":
      return stage.ahead === 0 && stage.estimate !== null
        ? { what: t`Sắp đến lượt ông/bà`, next: t`Mời đến gần quầy.` }
        : { what: t`Đang chờ`, next: t`Trang này tự cập nhật.` };
    case "serving":
      return {
        what:
          stage.counter === null
            ? t`Đang phục vụ`
            : t`Đang phục vụ tại quầy ${{ counter: stage.counter }}`,
        next: null,
      };
    case "parked":
      return {
        what: t`Số được gác lại`,
        next:
          stage.counter === null
            ? t`Mời ông/bà chờ gần quầy.`
            : t`Mời ông/bà chờ gần quầy ${{ counter: stage.counter }}.`,
      };
    case "absent":
      return {
        what: t`Đã gọi mà chưa thấy ông/bà`,
        next: t`Mời gặp cán bộ hướng dẫn để được gọi lại.`,
      };
    case "done":
      return { what: t`Đã hoàn thành`, next: t`Cảm ơn ông/bà.` };
    case "cancelled":
      return { what: t`Số này đã được hủy`, next: t`Muốn chờ lại, mời lấy số mới.` };
    default:
      return {
        what: t`Số này đã hết hạn`,
        next: t`Số chỉ có giá trị trong ngày. Mời lấy số mới.`,
      };
  }
}
