import type { DossierView } from "@luot/contract";
import { formatDateTime } from "@luot/i18n";
import { Banner } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

/** Whether an apology is owed. A new day says nothing any more once the work is done or has ended. */
export function isOwed({ light, newDueAt }: Pick<DossierView, "light" | "newDueAt">): boolean {
  return light === "overdue" || (light !== null && newDueAt !== null);
}

/**
 * Says sorry where a result is later than it was promised, and names the new day. From the second
 * time on it says how often that happened: the law allows one.
 */
export function Apology(props: {
  readonly dossier: DossierView;
  readonly timeZone: string;
}): ReactNode {
  const { dossier, timeZone } = props;
  const { light, newDueAt, reappointments } = dossier;
  const { t } = useLingui();
  const isOverdue = light === "overdue";
  if (!isOwed(dossier)) return null;
  const date = newDueAt === null ? "" : formatDateTime(newDueAt, timeZone);
  return (
    <Banner
      kind={isOverdue ? "danger" : "warning"}
      title={
        isOverdue
          ? t`Xin lỗi ông/bà: hồ sơ đã quá hạn trả`
          : t`Xin lỗi ông/bà: kết quả chậm hơn đã hẹn`
      }
      testId="apology"
    >
      {newOne()}
      {reappointments > 1 && ` ${t`Đã hẹn lại ${{ times: reappointments }} lần.`}`}
    </Banner>
  );

  function newOne(): string {
    if (newDueAt === null) return t`Cơ quan giải quyết chưa báo ngày hẹn trả mới.`;
    return isOverdue
      ? t`Ngày hẹn trả mới ${{ date }} cũng đã qua.`
      : t`Ngày hẹn trả mới: ${{ date }}.`;
  }
}
