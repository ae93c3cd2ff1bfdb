import { useLingui } from "@lingui/react/macro";
import { formatCount, useLanguage } from "@luot/i18n";
import { Banner } from "@luot/ui";
import { BookOpen } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Panel } from "../parts/Panel.tsx";
import { type Answer, importCatalogue } from "./askDossiers.ts";
import { FilePick } from "./Field.tsx";
import { Refused } from "./Refused.tsx";

/** Takes a new catalogue of procedures, whole or not at all. */
export function CatalogueImport(): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [answer, setAnswer] = useState<Answer<number> | null>(null);
  const count = answer?.ok === true ? formatCount(i18n, answer.value) : "";
  return (
    <Panel
      title={t`Danh mục thủ tục`}
      note={t`Tệp JSON của danh mục hoặc của LayThuTuc. Thay cả danh mục đang dùng.`}
      icon={<BookOpen aria-hidden size="1.3rem" />}
    >
      <FilePick
        label={t`Chọn tệp danh mục`}
        accept=".json"
        onPick={(file) => void file.text().then(importCatalogue).then(setAnswer)}
        testId="catalogue-file"
      />
      {answer?.ok === true && (
        <Banner kind="info" title={t`Đã nhập ${count} thủ tục`} testId="catalogue-done">
          {t`Máy lấy số dùng danh mục mới khi mở lại trang.`}
        </Banner>
      )}
      <Refused error={answer?.ok === false ? answer.error : null} />
    </Panel>
  );
}
