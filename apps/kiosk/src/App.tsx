import { openingAt } from "@luot/hub-client";
import { formatClock, textOf, useLanguage } from "@luot/i18n";
import { ConnectionGate, LanguageSwitch, ScreenFrame, useNow } from "@luot/ui";
import type { ReactNode } from "react";
import { useKiosk } from "./flow/useKiosk.ts";
import { hallStanding } from "./hall/hallStanding.ts";
import type { Hall } from "./hall/serviceStanding.ts";
import { useDevices } from "./hub/DevicesContext.ts";
import { useHub, useHubState, useSettings } from "./hub/HubContext.ts";
import { issuerOf } from "./hub/issuerOf.ts";
import { IdleQuestion } from "./screens/IdleQuestion.tsx";
import { KioskScreen } from "./screens/KioskScreen.tsx";
import styles from "./screens/Notice.module.css";
import { Starting } from "./screens/Starting.tsx";
import { useFreshCatalogue } from "./search/useCatalogue.ts";

const NO_CODES: readonly string[] = [];

/** The kiosk: from pairing to the ticket. */
export function App(): ReactNode {
  const { url } = useHub();
  const state = useHubState();
  const settings = useSettings();
  const { language } = useLanguage();
  const now = useNow(state.clockOffsetMs, 1_000);
  const kiosk = useKiosk(settings?.dossiers?.extraCodes ?? NO_CODES);
  useFreshCatalogue();
  const devices = useDevices();
  const issuer = issuerOf(state);
  const hall = hallOf();
  if (devices === "down" && hall === null)
    return (
      <main className={styles["whole"]}>
        <Starting />
      </main>
    );
  return (
    <ConnectionGate
      state={hall === null ? { ...state, view: null } : state}
      device="kiosk"
      hubAddress={url}
      whileLost="nothing"
    >
      {hall !== null && (
        <ScreenFrame
          state={state}
          title={textOf(hall.settings.centre.name, language)}
          isDemo={hall.settings.centre.isDemo}
          clock={formatClock(now, hall.settings.calendar.timeZone)}
          actions={<LanguageSwitch />}
        >
          <KioskScreen
            kiosk={kiosk}
            hall={hall}
            standing={hallStanding(now, hall.settings, hall.view)}
            devices={devices}
            issuer={issuer}
            origin={url}
            now={now}
          />
          <IdleQuestion isOpen={kiosk.flow.askedAt !== null} dispatch={kiosk.dispatch} />
        </ScreenFrame>
      )}
    </ConnectionGate>
  );

  function hallOf(): Hall | null {
    if (settings === null || state.view === null) return null;
    const opening = openingAt(now, settings.calendar);
    const sessionId = opening.kind === "closed" ? null : opening.sessionId;
    return { settings, view: state.view, sessionId, isCurrent: issuer !== "kiosk" };
  }
}
