import { adminRefusalText, type AdminRefusalWord, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, KeyRound, LogOut, Monitor, Moon, RotateCcw, Server } from "lucide-react";
import type { ReactNode } from "react";
import { Banner } from "../controls/Banner.tsx";
import { Button } from "../controls/Button.tsx";
import { LanguageSwitch } from "../controls/LanguageSwitch.tsx";
import styles from "./Admin.module.css";
import type { MenuSeen } from "./AdminSeen.ts";

/** What of the menu is shown. */
export type AdminPart = "front" | "hub" | "pin" | "walls" | "sleep" | "ending";

export interface AdminFrontProps {
  readonly menu: MenuSeen;
  readonly refused: AdminRefusalWord | null;
  readonly go: (part: AdminPart) => void;
  readonly end: (how: "close-app" | "restart-app") => void;
  readonly onLeave: () => void;
}

/** The choices of an administrator, and what is to be known of the machine. */
export function AdminFront({ menu, refused, go, end, onLeave }: AdminFrontProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const size = "1.3em";
  return (
    <div className={styles["form"]} data-testid="admin-menu">
      <h1>{t`Quản trị máy này`}</h1>
      {refused !== null && <Banner kind="warning" title={adminRefusalText(i18n, refused)} />}
      <div className={styles["choices"]}>
        <Choice onPress={onLeave} icon={<ArrowLeft aria-hidden size={size} />} testId="admin-leave">
          {t`Về màn hình chính`}
        </Choice>
        <Choice
          onPress={() => go("hub")}
          icon={<Server aria-hidden size={size} />}
          testId="admin-hub"
        >
          {t`Đổi máy chủ`}
        </Choice>
        {menu.walls !== null && (
          <>
            <Choice
              onPress={() => go("walls")}
              icon={<Monitor aria-hidden size={size} />}
              testId="admin-walls"
            >
              {t`Chọn màn hình`}
            </Choice>
            <Choice
              onPress={() => go("sleep")}
              icon={<Moon aria-hidden size={size} />}
              testId="admin-sleep"
            >
              {t`Giờ tắt màn hình`}
            </Choice>
          </>
        )}
        <Choice
          onPress={() => go("pin")}
          icon={<KeyRound aria-hidden size={size} />}
          testId="admin-pin"
        >
          {t`Đổi mã PIN`}
        </Choice>
        <Choice
          onPress={() => end("restart-app")}
          icon={<RotateCcw aria-hidden size={size} />}
          testId="admin-restart"
        >
          {t`Khởi động lại ứng dụng`}
        </Choice>
        <Choice
          onPress={() => end("close-app")}
          icon={<LogOut aria-hidden size={size} />}
          testId="admin-close"
        >
          {t`Đóng ứng dụng`}
        </Choice>
      </div>
      <Facts menu={menu} />
      <LanguageSwitch />
    </div>
  );
}

interface ChoiceProps {
  readonly children: ReactNode;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly testId: string;
}

function Choice({ children, icon, onPress, testId }: ChoiceProps): ReactNode {
  return (
    <Button variant="secondary" size="large" icon={icon} onPress={onPress} testId={testId}>
      {children}
    </Button>
  );
}

function Facts({ menu }: { readonly menu: MenuSeen }): ReactNode {
  const { t } = useLingui();
  return (
    <dl className={styles["facts"]} data-testid="admin-facts">
      <dt>{t`Máy chủ`}</dt>
      <dd>{menu.hubUrl ?? "–"}</dd>
      <dt>{t`Phiên bản`}</dt>
      <dd>{menu.versions.map(({ name, version }) => `${name} ${version}`).join(" · ")}</dd>
      {menu.update !== null && (
        <>
          <dt>{t`Bản mới, chờ cài đặt`}</dt>
          <dd>{`${menu.update.version} · ${menu.update.path}`}</dd>
        </>
      )}
      <dt>{t`Nhật ký`}</dt>
      <dd>{menu.logFile}</dd>
    </dl>
  );
}
