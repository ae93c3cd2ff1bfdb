import { useLingui } from "@lingui/react/macro";
import { formatClock } from "@luot/i18n";
import { LanguageSwitch, ScreenFrame } from "@luot/ui";
import type { ReactNode } from "react";
import { useHubState, useSettings } from "../hub/HubContext.ts";
import type { OfflineState } from "../offline/OfflineState.ts";
import { AloneDesk } from "./AloneDesk.tsx";
import { PaperDesk } from "./PaperDesk.tsx";

/** Until the settings say otherwise: all of Vietnam. */
const CENTRE_ZONE = "Asia/Ho_Chi_Minh";
/** A hub that is there has answered by then. */
const ALONE_AFTER_MS = 4_000;

export interface OfflineScreenProps {
  readonly place: string;
  readonly isOnPaper: boolean;
  /** Of the machine, where an app is around this screen. */
  readonly menu: ReactNode;
  /** Hub's time, epoch ms. */
  readonly now: number;
}

/** The counter without its hub, where its usual screen would have nothing to show. */
export function OfflineScreen({ place, isOnPaper, menu, now }: OfflineScreenProps): ReactNode {
  const { t } = useLingui();
  const state = useHubState();
  const settings = useSettings();
  return (
    <ScreenFrame
      state={state}
      title={isOnPaper ? [place, t`Chế độ giấy`].join(" · ") : place}
      isDemo={settings?.centre.isDemo ?? false}
      clock={formatClock(now, settings?.calendar.timeZone ?? CENTRE_ZONE)}
      actions={
        <>
          {menu}
          <LanguageSwitch />
        </>
      }
    >
      {isOnPaper ? <PaperDesk /> : <AloneDesk />}
    </ScreenFrame>
  );
}

/** Whether paper mode is what to show: it is on, and the hub gone or being told. */
export function isOnPaper({ log, goneSince, isMerging }: OfflineState): boolean {
  return log !== null && log.paper !== null && (goneSince !== null || isMerging);
}

/**
 * Whether the counter was started again while the hub is gone, with something kept.
 *
 * @param now own clock, epoch ms
 */
export function isLeftAlone({ goneSince, log, stock }: OfflineState, now: number): boolean {
  const hasKept = stock !== null || (log !== null && log.entries.length > 0);
  return hasKept && goneSince !== null && now - goneSince > ALONE_AFTER_MS;
}
