import { formatIsoDate } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { Clock } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import type { HallStanding } from "../hall/hallStanding.ts";
import styles from "./Notice.module.css";
import { OtherWays } from "./OtherWays.tsx";
import { StepFrame } from "./StepFrame.tsx";

/**
 * No numbers at this hour: why, the hours of today, and when it goes on. Dossiers and procedures
 * are told all day.
 */
export function ClosedHall({
  standing,
  canScan,
  dispatch,
}: {
  readonly standing: Exclude<HallStanding, { readonly kind: "open" }>;
  /** Whether a scanner may be there: a browser has none. */
  readonly canScan: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { t } = useLingui();
  const { kind, hours, next } = standing;
  const titles = {
    closed: t`Ngoài giờ tiếp nhận hồ sơ`,
    closing: t`Đã ngừng phát số của buổi này`,
    not_started: t`Ngày làm việc chưa bắt đầu`,
  };
  return (
    <StepFrame
      title={titles[kind]}
      onBack={null}
      ways={<OtherWays canScan={canScan} dispatch={dispatch} />}
    >
      <div className={styles["notice"]} data-testid="closed" data-kind={kind}>
        <Clock aria-hidden size="5rem" />
        {kind === "not_started" && <p>{t`Màn hình tự mở khi trung tâm bắt đầu làm việc.`}</p>}
        {hours.length > 0 && <p>{t`Giờ làm việc hôm nay:`}</p>}
        {hours.map(({ opens, closes }) => (
          <p key={opens}>{`${opens} – ${closes}`}</p>
        ))}
        {kind !== "not_started" && next !== null && (
          <p className={styles["times"]}>
            {next.isToday
              ? t`Phát số lại lúc ${{ time: next.opens }} hôm nay`
              : t`Phát số lại lúc ${{ time: next.opens }} ngày ${{ date: formatIsoDate(next.date) }}`}
          </p>
        )}
      </div>
    </StepFrame>
  );
}
