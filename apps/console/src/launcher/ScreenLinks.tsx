import { useLingui } from "@lingui/react/macro";
import type { LauncherState } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import { counterText, textOf, useLanguage } from "@luot/i18n";
import {
  FolderOpen,
  type LucideIcon,
  Monitor,
  MonitorSmartphone,
  Printer,
  Tv,
  UserRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "../parts/Panel.tsx";
import styles from "./ScreenLinks.module.css";
import { counterLinks } from "./counterLinks.ts";

export interface ScreenLinksProps {
  readonly state: LauncherState;
  readonly settings: CentreSettings | null;
}

/** The way to all screens, each in a tab of its own. */
export function ScreenLinks({ state, settings }: ScreenLinksProps): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { large, small } = counterLinks(settings?.counters ?? null);
  const [first] = large;
  return (
    <Panel
      title={t`Mở màn hình`}
      note={t`Mỗi màn hình mở trong một thẻ mới.`}
      icon={<Monitor aria-hidden size="1.3rem" />}
    >
      <ul className={styles["links"]}>
        <Link
          to="/kiosk/"
          icon={MonitorSmartphone}
          title={t`Máy lấy số`}
          note={t`Dành cho người đến làm thủ tục`}
        />
        <Link
          to="/display/"
          icon={Tv}
          title={t`Bảng gọi số`}
          note={t`Màn hình lớn và tiếng gọi trong sảnh`}
        />
        {large.map(({ id, number }) => (
          <Link
            key={id}
            to={`/counter/?counter=${id}`}
            icon={UserRound}
            title={counterText(i18n, number)}
            note={nameOf(id) ?? t`Màn hình của cán bộ`}
          />
        ))}
        {first !== undefined && (
          <Link
            to={`/display/?counter=${first.id}`}
            icon={Monitor}
            title={t`Màn hình tại quầy ${{ number: first.number }}`}
            note={t`Số đang được phục vụ`}
          />
        )}
        {state.isLocal && (
          <Link
            to="/dossiers"
            icon={FolderOpen}
            title={t`Hồ sơ`}
            note={t`Nguồn, nhập tệp, lỗi và mã mẫu`}
          />
        )}
        {state.hub.hasPrinterRoll && state.isLocal && (
          <Link
            to="/printer"
            icon={Printer}
            title={t`Cuộn giấy in`}
            note={t`Phiếu mà máy in ảo đã in`}
          />
        )}
      </ul>
      {small.length > 0 && (
        <div className={styles["more"]}>
          <span>{t`Quầy khác:`}</span>
          <ul>
            {small.map(({ id, number }) => (
              <li key={id}>
                <a
                  className={styles["small"]}
                  href={`/counter/?counter=${id}`}
                  target="_blank"
                  rel="noopener"
                  aria-label={[counterText(i18n, number), nameOf(id)].filter(Boolean).join(", ")}
                  title={nameOf(id) ?? undefined}
                >
                  {number}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );

  function nameOf(id: string): string | null {
    const name = settings?.counters.find((counter) => counter.id === id)?.name ?? null;
    return name === null ? null : textOf(name, language);
  }
}

interface LinkProps {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly note: string;
}

function Link({ to, icon: Icon, title, note }: LinkProps): ReactNode {
  return (
    <li>
      <a
        className={styles["link"]}
        href={to}
        target="_blank"
        rel="noopener"
        data-testid={`link-${to}`}
      >
        <Icon aria-hidden size="1.75rem" />
        <span>
          <strong>{title}</strong>
          <small>{note}</small>
        </span>
      </a>
    </li>
  );
}
