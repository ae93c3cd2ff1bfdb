import { useLingui } from "@lingui/react/macro";
import { isInStep, type CentreSettings, type DisplayView, type HubState } from "@luot/hub-client";
import { counterText, formatClock, textOf, useLanguage } from "@luot/i18n";
import { Button, ConnectionGate, ScreenFrame, useNow } from "@luot/ui";
import { Volume2, VolumeX } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { BoardScreen } from "./board/BoardScreen.tsx";
import { callsOf, countersOf, numberOf } from "./calls/callsOf.ts";
import { CounterSign } from "./counter-sign/CounterSign.tsx";
import type { DisplayWish } from "./DisplayWish.ts";
import { LostBand } from "./frame/LostBand.tsx";
import styles from "./App.module.css";
import { useHub, useHubState, useSettings } from "./hub/HubContext.ts";
import type { CallWithNumber } from "./voice/createAnnouncer.ts";
import { useVoice, type Voice } from "./voice/useVoice.ts";
import { Wall } from "./wall/Wall.tsx";

const CLOCK_EVERY_MS = 500;

/** A wall or a counter's sign. */
export function App({ wish }: { readonly wish: DisplayWish }): ReactNode {
  const { url } = useHub();
  const state = useHubState();
  const settings = useSettings();
  const { i18n } = useLanguage();
  const { view } = state;
  const number =
    wish.counterId === null || settings === null ? null : numberOf(settings, wish.counterId);
  return (
    <ConnectionGate
      state={settings === null ? { ...state, view: null } : state}
      device="display"
      hubAddress={url}
      whileLost="nothing"
      {...(number === null ? {} : { place: counterText(i18n, number) })}
    >
      {settings !== null && view !== null && wish.board !== null && (
        <BoardScreen place={wish.board} state={state} settings={settings} />
      )}
      {settings !== null && view !== null && wish.board === null && (
        <Display wish={wish} state={state} settings={settings} view={view} />
      )}
    </ConnectionGate>
  );
}

interface DisplayProps {
  readonly wish: DisplayWish;
  readonly state: HubState<"display">;
  readonly settings: CentreSettings;
  readonly view: DisplayView;
}

function Display({ wish, state, settings, view }: DisplayProps): ReactNode {
  const { language } = useLanguage();
  const now = useNow(state.clockOffsetMs, CLOCK_EVERY_MS);
  const calls = useCalls(wish, settings, view);
  const voice = useVoice(calls, wish);
  const { timeZone } = settings.calendar;
  const { lastHeardAt, clockOffsetMs } = state;
  const inStep = isInStep(state);
  return (
    <div className={inStep ? styles["display"] : styles["lost"]}>
      <ScreenFrame
        state={state}
        title={textOf(settings.centre.name, language)}
        isDemo={settings.centre.isDemo}
        clock={formatClock(now, timeZone)}
        actions={<SoundButton voice={voice} />}
      >
        {!inStep && (
          <LostBand
            heardAt={lastHeardAt === null ? null : lastHeardAt + clockOffsetMs}
            timeZone={timeZone}
          />
        )}
        {wish.counterId === null ? (
          <Wall
            view={view}
            settings={settings}
            zone={wish.zone}
            calls={calls.map(({ call }) => call)}
            now={now}
          />
        ) : (
          <CounterSign view={view} settings={settings} counterId={wish.counterId} />
        )}
      </ScreenFrame>
    </div>
  );
}

/** The calls this display shows and says, with the numbers of their counters. */
function useCalls(
  { counterId, zone }: DisplayWish,
  settings: CentreSettings,
  view: DisplayView,
): readonly CallWithNumber[] {
  const { calls } = view;
  return useMemo(() => {
    const counters = countersOf(settings, zone).filter(
      ({ id }) => counterId === null || id === counterId,
    );
    return callsOf({ calls }, counters).map((call) => ({
      call,
      counterNumber: numberOf(settings, call.counterId) ?? 0,
    }));
  }, [calls, settings, counterId, zone]);
}

function SoundButton({ voice }: { readonly voice: Voice }): ReactNode {
  const { t } = useLingui();
  if (voice.sound === "off") return null;
  if (voice.sound === "on")
    return (
      <span data-testid="sound-on">
        <Volume2 aria-hidden size="1.2em" />
        <span className={styles["unseen"]}>{t`Loa đang bật`}</span>
      </span>
    );
  return (
    <Button
      variant="primary"
      icon={<VolumeX aria-hidden size="1.2em" />}
      onPress={voice.unlock}
      testId="enable-sound"
    >
      {t`Chạm để bật tiếng`}
    </Button>
  );
}
