import { useLingui } from "@lingui/react/macro";
import type { ImportReport } from "@luot/contract";
import { formatCount, importFieldText, importReasonText, useLanguage } from "@luot/i18n";
import { Banner } from "@luot/ui";
import type { ReactNode } from "react";
import { countsText } from "./counts.ts";
import { FaultTable } from "./FaultTable.tsx";

/** What became of a file: taken, unchanged or refused, and each refusal with its reason. */
export function ReportView({ report }: { readonly report: ImportReport }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { name, outcome, counts } = report;
  const titles = {
    done: t`Đã nhập tệp ${name}`,
    unchanged: t`Tệp ${name} đã được nhập trước đây, không có gì thay đổi`,
    refused: t`Tệp ${name} bị từ chối, chưa nhập dòng nào`,
  };
  const kind = outcome === "refused" ? "danger" : counts.refused > 0 ? "warning" : "info";
  return (
    <div data-testid="import-report">
      <Banner kind={kind} title={titles[outcome]} testId={`report-${outcome}`}>
        {outcome === "refused" ? (
          <p>
            <Place place={report.place} />
            {importReasonText(i18n, report.reason ?? "failed")}
          </p>
        ) : (
          <p>{countsText(i18n, counts)}</p>
        )}
        {outcome === "done" && counts.refused > 0 && (
          <p>{t`Sửa các dòng dưới đây ở phần mềm một cửa rồi nhập lại tệp.`}</p>
        )}
      </Banner>
      <FaultTable faults={report.refusals} />
    </div>
  );
}

function Place({ place }: { readonly place: ImportReport["place"] }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  if (place === null) return null;
  const parts = [
    ...(place.row === null ? [] : [t`Dòng ${{ row: formatCount(i18n, place.row) }}`]),
    ...(place.field === null ? [] : [importFieldText(i18n, place.field)]),
  ];
  return parts.length === 0 ? null : <strong>{parts.join(", ")}: </strong>;
}
