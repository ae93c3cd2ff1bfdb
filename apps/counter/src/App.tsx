import { useLingui } from "@lingui/react/macro";
import type { ShellDesk } from "@luot/contract";
import { type CentreSettings, deskQueue, type DeskView } from "@luot/hub-client";
import { counterStatusText, counterText, formatClock, textOf, useLanguage } from "@luot/i18n";
import {
  ConnectionGate,
  connectionWord,
  isInStep,
  LanguageSwitch,
  ScreenFrame,
  useNow,
} from "@luot/ui";
import { type ReactNode, useEffect } from "react";
import styles from "./App.module.css";
import { type Commands, useCommands } from "./desk/useCommands.ts";
import { useHub, useHubState, useSettings } from "./hub/HubContext.ts";
import type { Officer } from "./officer/Officer.ts";
import { DeskMenu } from "./machine/DeskMenu.tsx";
import { type OfficerDesk, useOfficer } from "./officer/useOfficer.ts";
import { useOffline, useOfflineState } from "./offline/OfflineContext.tsx";
import type { OfflineState } from "./offline/OfflineDesk.ts";
import { ToldNotice } from "./offline/ToldNotice.tsx";
import { AloneDesk } from "./paper/AloneDesk.tsx";
import { PaperDesk } from "./paper/PaperDesk.tsx";

import { useShownOnBar } from "./remote/RemoteContext.tsx";
import { useBarNote } from "./remote/useBarNote.ts";
import { CounterClosed } from "./screens/CounterClosed.tsx";
import { Desk } from "./screens/Desk.tsx";
import { Locked } from "./screens/Locked.tsx";
import { OfficerBar } from "./screens/OfficerBar.tsx";
import { Paused } from "./screens/Paused.tsx";
import { SignIn } from "./screens/SignIn.tsx";

const CLOCK_EVERY_MS = 500;
/** A hub that is there has answered by then. */
const ALONE_AFTER_MS = 4_000;
/** Until the settings say otherwise: all of Vietnam. */
const CENTRE_ZONE = "Asia/Ho_Chi_Minh";

export interface AppProps {
  readonly counterId: string;
  /** What the app around this screen offers; `null` in a browser. */
  readonly shell: ShellDesk | null;
}

/** The screen of one counter: from pairing and signing in to the open desk. */
export function App({ counterId, shell }: AppProps): ReactNode {
  const { url } = useHub();
  const state = useHubState();
  const settings = useSettings();
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const now = useNow(state.clockOffsetMs, CLOCK_EVERY_MS);
  const desk = useOfficer();
  const commands = useCommands(desk.learn);
  const offline = useOfflineState();
  useAttendance(desk, settings);
  const { view } = state;
  const inStep = isInStep(state);
  const place = settings === null ? counterId : placeOf(settings);
  useShownOnBar({
    place,
    language,
    word: connectionWord(state),
    ...useBarNote(counterId, desk, now),
  });
  const isOnPaper = offline.log !== null && offline.log.paper !== null;
  const isAlone = state.view === null && isLeftAlone(offline, now - state.clockOffsetMs);
  if (isAlone || (isOnPaper && (!inStep || offline.isMerging)))
    return (
      <ScreenFrame
        state={state}
        title={isOnPaper ? [place, t`Chế độ giấy`].join(" · ") : place}
        isDemo={settings?.centre.isDemo ?? false}
        clock={formatClock(now, settings?.calendar.timeZone ?? CENTRE_ZONE)}
        actions={<LanguageSwitch />}
      >
        {isOnPaper ? <PaperDesk /> : <AloneDesk />}
      </ScreenFrame>
    );
  const menu = shell !== null && (
    <DeskMenu shell={shell} mayChangeCounter={desk.officer === null && offline.log === null} />
  );
  return (
    <>
      <ConnectionGate
        state={settings === null ? { ...state, view: null } : state}
        device="counter"
        place={place}
        hubAddress={url}
        whileLost="nothing"
      >
        {settings !== null && view !== null && (
          <ScreenFrame
            state={state}
            title={[place, statusOf(view)].join(" · ")}
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
            <ToldNotice />
            <Content
              {...{ counterId, place, desk, commands, settings, view, now }}
              isInStep={inStep}
            />
          </ScreenFrame>
        )}
      </ConnectionGate>
      {view === null && <div className={styles["corner"]}>{menu}</div>}
    </>
  );

  function placeOf({ counters }: CentreSettings): string {
    const counter = counters.find(({ id }) => id === counterId);
    if (counter === undefined) return counterId;
    const name = counter.name === null ? [] : [textOf(counter.name, language)];
    return [counterText(i18n, counter.number), ...name].join(" · ");
  }

  function statusOf({ counters }: DeskView): string {
    return counterStatusText(i18n, counters[counterId]?.status ?? "closed");
  }
}

/** Started again while the hub is gone, with something kept: nothing else would show it. */
function isLeftAlone({ goneSince, log, stock }: OfflineState, now: number): boolean {
  const hasKept = stock !== null || (log !== null && log.entries.length > 0);
  return hasKept && goneSince !== null && now - goneSince > ALONE_AFTER_MS;
}

/** Tells the keeper of what is done without the hub who works here. */
function useAttendance({ officer, learn }: OfficerDesk, settings: CentreSettings | null): void {
  const { desk } = useOffline();
  // After each render: `learn` is of this one. What has not changed costs nothing.
  useEffect(() => desk.attend({ officer, settings, learn }));
}

interface ContentProps {
  readonly counterId: string;
  readonly place: string;
  readonly desk: OfficerDesk;
  readonly commands: Commands;
  readonly settings: CentreSettings;
  readonly view: DeskView;
  readonly now: number;
  readonly isInStep: boolean;
}

function Content(props: ContentProps): ReactNode {
  const { counterId, desk, settings, view } = props;
  const { officer } = desk;
  const { t } = useLingui();
  const { language } = useLanguage();
  if (!settings.counters.some(({ id }) => id === counterId))
    return <p role="alert">{t`Cài đặt không có quầy ${counterId}. Kiểm tra địa chỉ trang.`}</p>;
  if (officer === null) return <SignIn {...props} />;
  if (officer.isLocked) return <Locked {...props} name={officer.name} />;
  const counter = view.counters[counterId];
  const waiting = waitingOf(props, officer);
  if (counter === undefined || counter.officerId !== officer.officerId)
    return (
      <CounterClosed
        {...props}
        isTaken={counter !== undefined}
        waiting={waiting}
        isDayOpen={view.isOpen}
      />
    );
  if (counter.status === "paused") {
    const reason = settings.pauseReasons.find(({ id }) => id === counter.pauseReason);
    return (
      <Paused
        {...props}
        reason={reason === undefined ? "" : textOf(reason.name, language)}
        waiting={waiting}
      />
    );
  }
  return <Desk {...props} officer={officer} onLock={() => void desk.lock()} />;
}

function waitingOf({ view, settings, counterId, now }: ContentProps, officer: Officer): number {
  const self = { counterId, officerId: officer.officerId };
  return deskQueue(view, settings, self, now).length;
}
