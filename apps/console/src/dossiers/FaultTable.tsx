import { useLingui } from "@lingui/react/macro";
import type { DossierFault } from "@luot/contract";
import { formatCount, importFieldText, importReasonText, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import styles from "./Dossiers.module.css";

/** As many as anybody reads; the same fault mostly goes through all of a file. */
const SHOWN = 200;

/** What was refused: row, field, why. */
export function FaultTable({ faults }: { readonly faults: readonly DossierFault[] }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  if (faults.length === 0) return null;
  const more = faults.length - SHOWN;
  return (
    <div className={styles["scroll"]}>
      <table className={styles["table"]} data-testid="faults">
        <thead>
          <tr>
            <th className={styles["number"]}>{t`Dòng`}</th>
            <th>{t`Trường`}</th>
            <th>{t`Lý do và việc cần làm`}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, SHOWN).map(({ row, field, reason }) => (
            <tr key={`${row}/${field}/${reason}`}>
              <td className={styles["number"]}>{formatCount(i18n, row)}</td>
              <td>{importFieldText(i18n, field)}</td>
              <td>{importReasonText(i18n, reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className={styles["soft"]}>{t`Còn ${more} lỗi nữa. Sửa các lỗi này trước.`}</p>
      )}
    </div>
  );
}
