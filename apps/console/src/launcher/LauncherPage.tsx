import { useLingui } from "@lingui/react/macro";
import { formatClock, textOf, useLanguage } from "@luot/i18n";
import { LanguageSwitch, ScreenFrame } from "@luot/ui";
import type { ReactNode } from "react";
import { FALLBACK_ZONE, localAddress } from "../parts/centre.ts";
import { seenAs } from "../parts/seenAs.ts";
import { usePolled } from "../polling/usePolled.ts";
import { fetchLauncher } from "./askHub.ts";
import { LauncherView } from "./LauncherView.tsx";
import { useActions } from "./useActions.ts";
import { useSettings } from "./useSettings.ts";

/** The page at `/`: the state of the hub, what needs somebody, and the way to all screens. */
export function LauncherPage(): ReactNode {
  const { t } = useLingui();
  const { language } = useLanguage();
  const { value, isLost, refresh } = usePolled(fetchLauncher);
  const settings = useSettings(value?.hub.settingsVersion ?? null);
  const actions = useActions(refresh);
  const zone = settings?.calendar.timeZone ?? FALLBACK_ZONE;
  return (
    <ScreenFrame
      state={seenAs(value !== null, isLost, value?.hub.seq ?? 0)}
      title={settings === null ? t`Máy chủ xếp hàng` : textOf(settings.centre.name, language)}
      isDemo={value?.hub.isDemo ?? false}
      clock={value === null ? "" : formatClock(value.hub.now, zone)}
      actions={<LanguageSwitch />}
    >
      <LauncherView
        state={value}
        settings={settings}
        timeZone={zone}
        isLost={isLost}
        address={localAddress(location.port)}
        actions={actions}
      />
    </ScreenFrame>
  );
}
