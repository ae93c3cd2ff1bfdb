import { useLingui } from "@lingui/react/macro";
import type { DemoDossiers, DossierAdmin } from "@luot/contract";
import { formatCount, formatDateTime, useLanguage } from "@luot/i18n";
import { Banner } from "@luot/ui";
import { FolderOpen } from "lucide-react";
import type { ReactNode } from "react";
import layout from "../launcher/LauncherView.module.css";
import { Panel } from "../parts/Panel.tsx";
import type { AdminAnswer } from "./askDossiers.ts";
import { CatalogueImport } from "./CatalogueImport.tsx";
import { DemoCodes } from "./DemoCodes.tsx";
import styles from "./Dossiers.module.css";
import { RunList } from "./RunList.tsx";
import { SourceList } from "./SourceList.tsx";
import { UploadFile } from "./UploadFile.tsx";

export interface DossiersViewProps {
  /** `null` before the first answer. */
  readonly answer: AdminAnswer | null;
  readonly isLost: boolean;
  readonly demo: DemoDossiers;
  readonly timeZone: string;
  /** The hub's address on its own machine. */
  readonly address: string;
  readonly refresh: () => void;
}

/** All an administrator sees and does with dossiers. */
export function DossiersView(props: DossiersViewProps): ReactNode {
  const { answer, isLost, address } = props;
  const { t } = useLingui();
  return (
    <div className={layout["page"]}>
      <div className={layout["notices"]}>
        <a className={styles["back"]} href="/">{t`← Về trang máy chủ`}</a>
        {isLost && (
          <Banner kind="danger" title={t`Không liên lạc được với máy chủ`} testId="hub-lost">
            {t`Những gì hiển thị có thể đã cũ. Trang tự kết nối lại; nếu kéo dài, xem máy chủ còn chạy không.`}
          </Banner>
        )}
        {answer === null && !isLost && <p>{t`Đang hỏi máy chủ…`}</p>}
        {answer?.kind === "not_local" && (
          <Banner
            kind="info"
            title={t`Trang này chỉ mở được trên chính máy chủ`}
            testId="not-local"
          >
            {t`Mở ${address}/dossiers trên máy chủ.`}
          </Banner>
        )}
        {answer?.kind === "none" && (
          <Banner kind="warning" title={t`Máy chủ này chưa có sổ hồ sơ`} testId="no-register">
            {t`Thêm mục “dossiers” vào cài đặt của trung tâm rồi khởi động lại máy chủ.`}
          </Banner>
        )}
      </div>
      {answer?.kind === "admin" && <Admin {...props} admin={answer.admin} />}
    </div>
  );
}

function Admin(props: DossiersViewProps & { readonly admin: DossierAdmin }): ReactNode {
  const { admin, timeZone, refresh, demo } = props;
  return (
    <div className={layout["columns"]}>
      <div className={layout["column"]}>
        <SourceList admin={admin} timeZone={timeZone} refresh={refresh} />
        <RunList runs={admin.runs} timeZone={timeZone} />
        <DemoCodes codes={demo} />
      </div>
      <div className={layout["column"]}>
        <Standing admin={admin} timeZone={timeZone} />
        <UploadFile admin={admin} onDone={refresh} />
        <CatalogueImport />
      </div>
    </div>
  );
}

interface StandingProps {
  readonly admin: DossierAdmin;
  readonly timeZone: string;
}

function Standing({ admin, timeZone }: StandingProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { asOf, isStale } = admin;
  const fresh = asOf === null ? "" : formatDateTime(asOf, timeZone);
  return (
    <Panel title={t`Sổ hồ sơ`} icon={<FolderOpen aria-hidden size="1.3rem" />} testId="register">
      <p className={styles["figures"]}>
        <span>
          <strong data-testid="dossier-count">{formatCount(i18n, admin.count)}</strong>{" "}
          {t`hồ sơ đang lưu`}
        </span>
        <span>{fresh === "" ? t`chưa có dữ liệu` : t`Dữ liệu cập nhật lúc ${fresh}`}</span>
      </p>
      {isStale && (
        <Banner kind="warning" title={t`Dữ liệu hồ sơ đã cũ`} testId="stale">
          {t`Nhập tệp mới, hoặc xem lần đọc gần nhất của từng nguồn. Công dân cũng thấy cảnh báo này.`}
        </Banner>
      )}
    </Panel>
  );
}
