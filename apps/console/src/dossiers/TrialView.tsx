import { useLingui } from "@lingui/react/macro";
import type { MappingTrialResult } from "@luot/contract";
import {
  dossierStatusText,
  formatCount,
  formatDate,
  importFieldText,
  importReasonText,
  mappingFaultText,
  useLanguage,
} from "@luot/i18n";
import { Banner } from "@luot/ui";
import type { ReactNode } from "react";
import { FALLBACK_ZONE } from "../parts/centre.ts";
import styles from "./Dossiers.module.css";

/** What a mapping makes of a sample: faults at their field and row, and the rows as read. */
export function TrialView({ result }: { readonly result: MappingTrialResult }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { mappingFaults, fileFault, rows, columns } = result;
  const count = formatCount(i18n, result.count);
  return (
    <div className={styles["form"]} data-testid="mapping-trial">
      {mappingFaults.length > 0 && (
        <Banner kind="danger" title={t`Bảng ghép trường có lỗi`} testId="mapping-faults">
          <ul>
            {mappingFaults.map((fault) => (
              <li key={`${fault.path}/${fault.message}`}>
                {fault.path !== "" && (
                  <>
                    <code>{fault.path}</code>:{" "}
                  </>
                )}
                {mappingFaultText(i18n, fault)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {fileFault !== null && (
        <Banner kind="danger" title={t`Không đọc được tệp mẫu`}>
          {fileFault.row !== null && t`Dòng ${{ row: fileFault.row }}: `}
          {fileFault.field !== null && `${fileFault.field}: `}
          {importReasonText(i18n, fileFault.reason)}
        </Banner>
      )}
      {columns.length > 0 && (
        <p className={styles["soft"]}>
          {t`Cột trong tệp:`} {columns.join(" · ")}
        </p>
      )}
      {rows.length > 0 && (
        <>
          <p>{t`Tệp mẫu có ${count} dòng. Các dòng đầu:`}</p>
          <div className={styles["scroll"]}>
            <table className={styles["table"]}>
              <thead>
                <tr>
                  <th className={styles["number"]}>{t`Dòng`}</th>
                  <th>{t`Mã hồ sơ`}</th>
                  <th>{t`Thủ tục`}</th>
                  <th>{t`Trạng thái`}</th>
                  <th>{t`Tiếp nhận, hẹn trả`}</th>
                  <th>{t`Lỗi`}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <TriedRow key={row.row} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}

/** A mapping is tried before the centre's own zone matters. */
function day(at: number | null): string {
  return at === null ? "–" : formatDate(at, FALLBACK_ZONE);
}

function TriedRow({ row }: { readonly row: MappingTrialResult["rows"][number] }): ReactNode {
  const { i18n } = useLanguage();
  const { record, faults } = row;
  return (
    <tr>
      <td className={styles["number"]}>{row.row}</td>
      <td className={styles["code"]}>{record?.code}</td>
      <td>{record?.procedureName}</td>
      <td>{record === null ? "" : dossierStatusText(i18n, record.status)}</td>
      <td>{record === null ? "" : `${day(record.receivedAt)}, ${day(record.dueAt)}`}</td>
      <td className={styles["bad"]}>
        {faults.map(({ field, path, reason }) => (
          <div key={`${field}/${reason}`}>
            {importFieldText(i18n, field)}
            {path !== null && <code> ({path})</code>}: {importReasonText(i18n, reason)}
          </div>
        ))}
      </td>
    </tr>
  );
}
