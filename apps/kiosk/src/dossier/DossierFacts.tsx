import type { DossierView } from "@luot/contract";
import { formatDateTime, formatMoney, textOf, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Hall } from "../hall/serviceStanding.ts";
import { isOwed } from "./Apology.tsx";
import styles from "./DossierSheet.module.css";

/** Who, where and when; of the holder nothing but the mask that came. */
export function DossierFacts(props: {
  readonly dossier: DossierView;
  readonly hall: Hall;
}): ReactNode {
  const { dossier, hall } = props;
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { timeZone } = hall.settings.calendar;
  const agency = hall.settings.agencies.find(({ id }) => id === dossier.agencyId);
  const by = agency === undefined ? dossier.unit : textOf(agency.name, language);
  const at = (time: number | null): string | null =>
    time === null ? null : formatDateTime(time, timeZone);
  const { fee } = dossier;
  const isPaid = fee?.isPaid === true ? t`Đã thanh toán` : t`Chưa thanh toán`;
  const paid = fee === null ? null : `${formatMoney(i18n, fee.amount)} · ${isPaid}`;
  const received = [t`Ngày tiếp nhận`, at(dossier.receivedAt)] as const;
  const returned = [t`Ngày trả kết quả`, at(dossier.returnedAt)] as const;
  const due = [t`Ngày hẹn trả`, at(dossier.dueAt)] as const;
  const newDue = [t`Ngày hẹn trả mới`, at(dossier.newDueAt)] as const;
  const fees = [t`Phí, lệ phí`, paid] as const;
  const holder = [t`Người nộp`, dossier.holder] as const;
  const isOwing = isOwed(dossier);
  // Where an apology and papers stand too, the rest is on the timeline and on the receipt.
  const isCrowded = isOwing && dossier.missing.length > 0;
  const facts = isCrowded
    ? [holder, due]
    : [
        holder,
        [t`Cơ quan giải quyết`, by] as const,
        received,
        dossier.returnedAt === null ? due : returned,
        // The apology names it already.
        ...(dossier.newDueAt === null || isOwing ? [] : [newDue]),
        ...(fee === null ? [] : [fees]),
      ];
  return (
    <dl className={styles["facts"]}>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
