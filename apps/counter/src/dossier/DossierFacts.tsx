import { useLingui } from "@lingui/react/macro";
import type { DossierView } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import { formatDateTime, formatMoney, type Language, textOf, useLanguage } from "@luot/i18n";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./DossierFacts.module.css";
import { LightMark } from "./StatusMark.tsx";

/** A second new date is one too many: "không quá 01 lần". */
const TOO_OFTEN = 2;

export interface DossierFactsProps {
  readonly dossier: DossierView;
  readonly settings: CentreSettings;
}

/** The dates of a dossier, who handles it, what is missing, and its fee. */
export function DossierFacts({ dossier, settings }: DossierFactsProps): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const agency = agencyName(dossier, settings, language);
  const { fee, missing, next } = dossier;
  return (
    <div className={styles["facts"]}>
      <Dates dossier={dossier} timeZone={settings.calendar.timeZone} />
      <dl className={styles["list"]}>
        {agency !== null && <Fact name={t`Cơ quan giải quyết`}>{agency}</Fact>}
        {fee !== null && (
          <Fact name={t`Phí, lệ phí`}>
            {formatMoney(i18n, fee.amount)}
            {" · "}
            <strong>{fee.isPaid ? t`Đã thanh toán` : t`Chưa thanh toán`}</strong>
          </Fact>
        )}
        {next.place !== null && <Fact name={t`Nơi trả kết quả`}>{next.place}</Fact>}
        {missing.length > 0 && (
          <Fact name={t`Giấy tờ còn thiếu`}>
            <ul className={styles["missing"]} data-testid="dossier-missing">
              {missing.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </div>
  );
}

interface DatesProps {
  readonly dossier: DossierView;
  /** IANA name. */
  readonly timeZone: string;
}

function Dates({ dossier, timeZone }: DatesProps): ReactNode {
  const { t } = useLingui();
  const { receivedAt, dueAt, newDueAt, finishedAt, returnedAt, reappointments: times } = dossier;
  const shown = (at: number): string => formatDateTime(at, timeZone);
  const light = <LightMark light={dossier.light} daysLeft={dossier.daysLeft} />;
  return (
    <dl className={styles["list"]}>
      <Fact name={t`Ngày tiếp nhận`}>{shown(receivedAt)}</Fact>
      {dueAt !== null && (
        <Fact name={t`Ngày hẹn trả`}>
          {shown(dueAt)} {newDueAt === null && light}
        </Fact>
      )}
      {newDueAt !== null && (
        <Fact name={t`Hẹn lại ngày trả`}>
          {shown(newDueAt)} {light}
        </Fact>
      )}
      {times >= TOO_OFTEN && (
        <Fact name={t`Số lần hẹn lại`}>
          <strong className={styles["late"]} data-testid="too-often">
            <TriangleAlert aria-hidden size="1.1em" />
            {t`${times} lần, quy định không quá 01 lần`}
          </strong>
        </Fact>
      )}
      {finishedAt !== null && <Fact name={t`Ngày có kết quả`}>{shown(finishedAt)}</Fact>}
      {returnedAt !== null && <Fact name={t`Ngày trả kết quả`}>{shown(returnedAt)}</Fact>}
    </dl>
  );
}

/** Of one of the centre's agencies its own name, of others what the source wrote. */
function agencyName(
  { agencyId, unit }: DossierView,
  { agencies }: CentreSettings,
  language: Language,
): string | null {
  const agency = agencies.find(({ id }) => id === agencyId);
  return agency === undefined ? unit : textOf(agency.name, language);
}

function Fact(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles["fact"]}>
      <dt className={styles["name"]}>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
