import { formatClock, textOf, useLanguage } from "@luot/i18n";
import { ConnectionGate, LanguageSwitch, ScreenFrame, useNow } from "@luot/ui";
import type { ReactNode } from "react";
import { useHubState, useSettings } from "./hub/HubContext.tsx";

/** The kiosk: from pairing to the ticket. */
export function App(): ReactNode {
  const state = useHubState();
  const settings = useSettings();
  const { language } = useLanguage();
  const now = useNow(state.clockOffsetMs, 1_000);
  return (
    <ConnectionGate
      state={settings === null ? { ...state, view: null } : state}
      device="kiosk"
      hubAddress={location.origin}
      whileLost="nothing"
    >
      {settings !== null && (
        <ScreenFrame
          state={state}
          title={textOf(settings.centre.name, language)}
          isDemo={settings.centre.isDemo}
          clock={formatClock(now, settings.calendar.timeZone)}
          actions={<LanguageSwitch />}
        >
          {null}
        </ScreenFrame>
      )}
    </ConnectionGate>
  );
}
