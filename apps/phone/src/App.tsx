import { isInStep } from "@luot/hub-client";
import { formatClock, textOf, useLanguage } from "@luot/i18n";
import { Banner, ConnectionGate, LanguageSwitch, ScreenFrame, useNow } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useHubState, useSettings } from "./hub/HubContext.ts";
import styles from "./screens/phone.module.css";
import { TicketScreen } from "./screens/TicketScreen.tsx";

/** The page behind the QR code of a ticket: where its holder stands in line. */
export function App(): ReactNode {
  const { t } = useLingui();
  const state = useHubState();
  const settings = useSettings();
  const { language } = useLanguage();
  const now = useNow(state.clockOffsetMs, 1_000);
  const { view } = state;
  return (
    <ConnectionGate
      state={settings === null ? { ...state, view: null } : state}
      device="phone"
      hubAddress={location.origin}
      whileLost="nothing"
    >
      {settings !== null && view !== null && (
        <ScreenFrame
          state={state}
          title={textOf(settings.centre.name, language)}
          isDemo={settings.centre.isDemo}
          clock={formatClock(now, settings.calendar.timeZone)}
          footer={<LanguageSwitch />}
        >
          {!isInStep(state) && (
            <div className={styles["lost"]}>
              <Banner kind="warning" title={lostText()} testId="connection-lost">
                {t`Xin nhìn màn hình trong phòng chờ.`}
              </Banner>
            </div>
          )}
          <TicketScreen view={view} settings={settings} isConnected={state.connection === "live"} />
        </ScreenFrame>
      )}
    </ConnectionGate>
  );

  function lostText(): string {
    if (state.lastHeardAt === null || settings === null) return t`Đang kết nối lại`;
    const heardAt = state.lastHeardAt + state.clockOffsetMs;
    return t`Không cập nhật được từ ${{ time: formatClock(heardAt, settings.calendar.timeZone) }}`;
  }
}
