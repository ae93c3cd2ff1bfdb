import type { ShellDesk } from "@luot/contract";
import { isInStep, type CentreSettings } from "@luot/hub-client";
import { counterStatusText, formatClock, useLanguage } from "@luot/i18n";
import { ConnectionGate, connectionWord, LanguageSwitch, ScreenFrame, useNow } from "@luot/ui";
import { type ReactNode, useEffect, useState } from "react";
import styles from "./App.module.css";
import { useCommands } from "./desk/useCommands.ts";
import { TicketDossiers } from "./dossier/TicketDossiers.ts";
import { useHub, useHubState, useSettings } from "./hub/HubContext.ts";
import { usePlace } from "./hub/usePlace.ts";
import { DeskMenu } from "./machine/DeskMenu.tsx";
import { type OfficerDesk, useOfficer } from "./officer/useOfficer.ts";
import { useOffline, useOfflineState } from "./offline/OfflineContext.tsx";
import type { OfflineState } from "./offline/OfflineState.ts";
import { ToldNotice } from "./offline/ToldNotice.tsx";
import { isLeftAlone, isOnPaper, OfflineScreen } from "./paper/OfflineScreen.tsx";
import { useShownOnBar } from "./remote/RemoteContext.tsx";
import { useBarNote } from "./remote/useBarNote.ts";
import { CounterScreen } from "./screens/CounterScreen.tsx";
import { OfficerBar } from "./screens/OfficerBar.tsx";

const CLOCK_EVERY_MS = 500;

export interface AppProps {
  readonly counterId: string;
  /** What the app around this screen offers; `null` in a browser. */
  readonly shell: ShellDesk | null;
}

/** The screen of one counter: from pairing and signing in to the open desk. */
export function App({ counterId, shell }: AppProps): ReactNode {
  const state = useHubState();
  const settings = useSettings();
  const { language } = useLanguage();
  const now = useNow(state.clockOffsetMs, CLOCK_EVERY_MS);
  const desk = useOfficer();
  const offline = useOfflineState();
  const place = usePlace(counterId);
  const word = connectionWord(state);
  useAttendance(desk, settings);
  useShownOnBar({ place, language, word, ...useBarNote(counterId, desk, now) });
  const onPaper = isOnPaper(offline);
  const isAlone = state.view === null && isLeftAlone(offline, now - state.clockOffsetMs);
  // A hub that turns this screen away is there: its code or its reason is to be read first.
  const isTurnedAway = state.connection === "pairing" || state.connection === "refused";
  const menu = shell !== null && (
    <DeskMenu shell={shell} mayChangeCounter={desk.officer === null && isClean(offline)} />
  );
  if (!isTurnedAway && (onPaper || isAlone))
    return <OfflineScreen place={place} isOnPaper={onPaper} menu={menu} now={now} />;
  return (
    <>
      <OnlineScreen counterId={counterId} place={place} desk={desk} now={now} menu={menu} />
      {(state.view === null || isTurnedAway) && <div className={styles["corner"]}>{menu}</div>}
    </>
  );
}

/** Whether nothing is kept here that somebody may still need. */
function isClean({ log, others, stock }: OfflineState): boolean {
  return log === null && others.length === 0 && stock === null;
}

interface OnlineScreenProps {
  readonly counterId: string;
  readonly place: string;
  readonly desk: OfficerDesk;
  readonly now: number;
  readonly menu: ReactNode;
}

function OnlineScreen(props: OnlineScreenProps): ReactNode {
  const { counterId, place, desk, now, menu } = props;
  const hub = useHub();
  const state = useHubState();
  const settings = useSettings();
  const { i18n } = useLanguage();
  const commands = useCommands(desk.learn);
  // Above the desk, so that a lock does not drop what was added.
  const [dossiers] = useState(() => new TicketDossiers(hub));
  useEffect(() => () => dossiers.close(), [dossiers]);
  const { view } = state;
  const inStep = isInStep(state);
  return (
    <ConnectionGate
      state={settings === null ? { ...state, view: null } : state}
      device="counter"
      place={place}
      hubAddress={hub.url}
      whileLost="nothing"
    >
      {settings !== null && view !== null && (
        <ScreenFrame
          state={state}
          title={[
            place,
            counterStatusText(i18n, view.counters[counterId]?.status ?? "closed"),
          ].join(" · ")}
          isDemo={settings.centre.isDemo}
          clock={formatClock(now, settings.calendar.timeZone)}
          actions={
            <>
              {desk.officer !== null && (
                <OfficerBar
                  counterId={counterId}
                  desk={desk}
                  officer={desk.officer}
                  commands={commands}
                  isOpenHere={view.counters[counterId]?.officerId === desk.officer.officerId}
                  isInStep={inStep}
                />
              )}
              {menu}
              <LanguageSwitch />
            </>
          }
        >
          <ToldNotice isLocked={desk.officer?.isLocked === true} />
          <CounterScreen {...props} {...{ commands, dossiers, settings, view }} isInStep={inStep} />
        </ScreenFrame>
      )}
    </ConnectionGate>
  );
}

/** Tells the keeper of what is done without the hub who works here. */
function useAttendance({ officer, learn }: OfficerDesk, settings: CentreSettings | null): void {
  const { desk } = useOffline();
  // After each render: `learn` is of this one. What has not changed costs nothing.
  useEffect(() => desk.attend({ officer, settings, learn }));
}
