import { useLingui } from "@lingui/react/macro";
import type { DossierAdmin } from "@luot/contract";
import { formatDateTime, importReasonText, useLanguage } from "@luot/i18n";
import { Button, Dialog } from "@luot/ui";
import { type ReactNode, useState } from "react";
import list from "../launcher/List.module.css";
import { type Answer, putSource, removeSource, runSource } from "./askDossiers.ts";
import { countsText, outcomeOfRunText } from "./counts.ts";
import styles from "./Dossiers.module.css";

export interface SourceItemProps {
  readonly seen: DossierAdmin["sources"][number];
  readonly timeZone: string;
  readonly onEdit: () => void;
  readonly onKey: () => void;
  /** Shows what comes of something the hub is asked for. */
  readonly run: (doing: Promise<Answer<null>>) => void;
}

/** The source of files that are dropped is always there. */
const FILES_ID = "files";

/** One source: how it stands, and what can be done with it. A key and a deletion ask first. */
export function SourceItem(props: SourceItemProps): ReactNode {
  const { seen, timeZone, onEdit, run } = props;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [asked, setAsked] = useState<"none" | "remove" | "key">("none");
  const { source, lastRun, asOf, hasSecret } = seen;
  const { id, name, kind, isOn } = source;
  const kinds = { file: t`tệp`, pull: t`hỏi theo lịch`, push: t`gửi đến` };
  const fresh = asOf === null ? "" : formatDateTime(asOf, timeZone);
  return (
    <li className={list["item"]} data-testid={`source-${id}`}>
      <div className={list["text"]}>
        <strong>{name}</strong>
        <span className={list["soft"]}>
          {kinds[kind]} · {isOn ? t`đang bật` : t`đã tắt`} ·{" "}
          {fresh === "" ? t`chưa có dữ liệu` : t`Dữ liệu cập nhật lúc ${fresh}`}
        </span>
        {lastRun !== null && (
          <div className={styles[lastRun.outcome === "done" ? "soft" : "bad"]}>
            {outcomeOfRunText(i18n, lastRun.outcome)}: {countsText(i18n, lastRun.counts)}
            {lastRun.reason !== null && ` · ${importReasonText(i18n, lastRun.reason)}`}
          </div>
        )}
      </div>
      <div className={styles["buttons"]}>
        {kind === "pull" && isOn && (
          <Button
            variant="secondary"
            label={t`Đọc ngay: ${name}`}
            onPress={() => run(runSource(id))}
          >{t`Đọc ngay`}</Button>
        )}
        {kind === "push" && (
          <Button
            variant="secondary"
            label={t`Tạo khóa: ${name}`}
            onPress={() => (hasSecret ? setAsked("key") : props.onKey())}
            testId={`key-${id}`}
          >{t`Tạo khóa`}</Button>
        )}
        <Button
          variant="quiet"
          label={isOn ? t`Tắt: ${name}` : t`Bật: ${name}`}
          onPress={() => run(putSource({ ...source, isOn: !isOn }))}
          testId={`toggle-${id}`}
        >
          {isOn ? t`Tắt` : t`Bật`}
        </Button>
        <Button variant="quiet" label={t`Sửa: ${name}`} onPress={onEdit} testId={`edit-${id}`}>
          {t`Sửa`}
        </Button>
        {id !== FILES_ID && (
          <Button
            variant="quiet"
            label={t`Xóa: ${name}`}
            onPress={() => setAsked("remove")}
            testId={`remove-${id}`}
          >{t`Xóa`}</Button>
        )}
      </div>
      <Dialog
        title={asked === "key" ? t`Thay khóa đang dùng?` : t`Xóa nguồn ${name}?`}
        isOpen={asked !== "none"}
        onClose={() => setAsked("none")}
        actions={
          <>
            <Button variant="quiet" onPress={() => setAsked("none")}>{t`Giữ lại`}</Button>
            <Button variant="danger" onPress={confirm} testId="confirm-source">
              {asked === "key" ? t`Thay khóa` : t`Xóa nguồn`}
            </Button>
          </>
        }
      >
        {asked === "key"
          ? t`Phần mềm một cửa không gửi được nữa cho đến khi có khóa mới.`
          : t`Các hồ sơ đã nhập từ nguồn này vẫn được giữ.`}
      </Dialog>
    </li>
  );

  function confirm(): void {
    if (asked === "key") props.onKey();
    else run(removeSource(id));
    setAsked("none");
  }
}
