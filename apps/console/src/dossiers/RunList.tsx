import { useLingui } from "@lingui/react/macro";
import type { DossierRun } from "@luot/contract";
import { formatDateTime, importReasonText, useLanguage } from "@luot/i18n";
import { Button, Dialog } from "@luot/ui";
import { History } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Panel } from "../parts/Panel.tsx";
import { type Answer, fetchRun, type RunDetails } from "./askDossiers.ts";
import { countsText, outcomeOfRunText } from "./counts.ts";
import styles from "./Dossiers.module.css";
import { FaultTable } from "./FaultTable.tsx";
import { Refused } from "./Refused.tsx";

export interface RunListProps {
  readonly runs: readonly DossierRun[];
  readonly timeZone: string;
}

/** The newest runs; what was refused of one is opened from its row. */
export function RunList({ runs, timeZone }: RunListProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [details, setDetails] = useState<Answer<RunDetails> | null>(null);
  return (
    <Panel title={t`Các lần nhập`} icon={<History aria-hidden size="1.3rem" />} testId="runs">
      {runs.length === 0 && <p className={styles["soft"]}>{t`Chưa nhập lần nào.`}</p>}
      {runs.length > 0 && (
        <div className={styles["scroll"]}>
          <table className={styles["table"]}>
            <thead>
              <tr>
                <th>{t`Lúc`}</th>
                <th>{t`Nguồn và tệp`}</th>
                <th>{t`Kết quả`}</th>
                <th>{t`Chi tiết`}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id} data-testid={`run-${run.id}`}>
                  <td>{formatDateTime(run.startedAt, timeZone)}</td>
                  <td>
                    {run.source}
                    <div className={styles["soft"]}>{run.name}</div>
                  </td>
                  <td>
                    <span className={styles[run.outcome === "done" ? "ok" : "bad"]}>
                      {outcomeOfRunText(i18n, run.outcome)}
                    </span>
                    <div className={styles["soft"]}>
                      {run.reason === null ? "" : `${importReasonText(i18n, run.reason)} `}
                      {countsText(i18n, run.counts)}
                    </div>
                  </td>
                  <td>
                    {run.counts.refused > 0 && (
                      <Button
                        variant="quiet"
                        label={t`Xem lỗi của ${{ name: run.name }}`}
                        onPress={() => void fetchRun(run.id).then(setDetails)}
                      >{t`Xem lỗi`}</Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Dialog
        title={t`Các dòng bị từ chối`}
        isOpen={details !== null}
        onClose={() => setDetails(null)}
        actions={<Button variant="primary" onPress={() => setDetails(null)}>{t`Đóng`}</Button>}
        testId="run-details"
      >
        {details !== null &&
          (details.ok ? (
            <FaultTable faults={details.value.refusals} />
          ) : (
            <Refused error={details.error} />
          ))}
      </Dialog>
    </Panel>
  );
}
