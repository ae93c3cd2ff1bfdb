import { useLingui } from "@lingui/react/macro";
import type { DossierAdmin, ImportReport } from "@luot/contract";
import { formatCount, useLanguage } from "@luot/i18n";
import { Upload } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Choice } from "../launcher/Choice.tsx";
import { Panel } from "../parts/Panel.tsx";
import { importFile, type Refusal } from "./askDossiers.ts";
import styles from "./Dossiers.module.css";
import { FilePick } from "./Field.tsx";
import { Refused } from "./Refused.tsx";
import { ReportView } from "./ReportView.tsx";

type Sending =
  | { readonly step: "idle" }
  | { readonly step: "sending"; readonly name: string; readonly part: number }
  | { readonly step: "told"; readonly report: ImportReport }
  | { readonly step: "failed"; readonly error: Refusal };

export interface UploadFileProps {
  readonly admin: DossierAdmin;
  readonly onDone: () => void;
}

/** A file is sent, read by the hub, and its report shown. */
export function UploadFile({ admin, onDone }: UploadFileProps): ReactNode {
  const { t } = useLingui();
  const [upload, setUpload] = useState<Sending>({ step: "idle" });
  const files = admin.sources.map(({ source }) => source).filter(({ kind }) => kind === "file");
  const [chosen, setChosen] = useState("");
  const source = files.find(({ id }) => id === chosen)?.id ?? files[0]?.id ?? "files";
  return (
    <Panel
      title={t`Nhập tệp hồ sơ`}
      note={t`Tệp .xlsx, .csv hoặc .json, tối đa 64 MB. Nhập lại cùng một tệp không thay đổi gì.`}
      icon={<Upload aria-hidden size="1.3rem" />}
    >
      <div className={styles["buttons"]}>
        {files.length > 1 && (
          <Choice label={t`Thuộc nguồn`} value={source} options={files} onChange={setChosen} />
        )}
        <FilePick
          label={t`Chọn tệp để nhập ngay`}
          accept=".xlsx,.csv,.txt,.json"
          isDisabled={upload.step === "sending"}
          onPick={(file) => void send(file)}
          testId="upload-file"
        />
      </div>
      {admin.inFolder !== null && (
        <p className={styles["soft"]}>
          {t`Hoặc chép tệp vào thư mục của máy chủ:`} <code translate="no">{admin.inFolder}</code>
        </p>
      )}
      {upload.step === "sending" && (
        <Progress name={upload.name} part={upload.part} rows={admin.progress} />
      )}
      {upload.step === "failed" && <Refused error={upload.error} />}
      {upload.step === "told" && <ReportView report={upload.report} />}
    </Panel>
  );

  async function send(file: File): Promise<void> {
    const { name } = file;
    setUpload({ step: "sending", name, part: 0 });
    const answer = await importFile(source, file, (part) =>
      setUpload({ step: "sending", name, part }),
    );
    setUpload(
      answer.ok ? { step: "told", report: answer.value } : { step: "failed", error: answer.error },
    );
    onDone();
  }
}

interface ProgressProps {
  readonly name: string;
  readonly part: number;
  readonly rows: DossierAdmin["progress"];
}

function Progress({ name, part, rows }: ProgressProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const isSent = part >= 1;
  const [value, max] = isSent && rows !== null ? [rows.done, rows.of] : [part, 1];
  const done =
    rows === null ? "" : `${formatCount(i18n, rows.done)} / ${formatCount(i18n, rows.of)}`;
  const label = isSent ? t`Máy chủ đang đọc ${name} ${done}` : t`Đang gửi ${name}`;
  return (
    <output>
      <span>{label}</span>
      {isSent && rows === null ? (
        <progress className={styles["progress"]} aria-label={label} />
      ) : (
        <progress className={styles["progress"]} aria-label={label} value={value} max={max} />
      )}
    </output>
  );
}
