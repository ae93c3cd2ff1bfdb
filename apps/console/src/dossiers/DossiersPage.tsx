import { useLingui } from "@lingui/react/macro";
import type { DemoDossiers } from "@luot/contract";
import { type CentreSettings, fetchCurrentSettings } from "@luot/hub-client";
import { LanguageSwitch, ScreenFrame, useVersion } from "@luot/ui";
import type { ReactNode } from "react";
import { FALLBACK_ZONE, localAddress } from "../parts/centre.ts";
import { seenAs } from "../parts/seenAs.ts";
import { usePolled } from "../polling/usePolled.ts";
import { fetchAdmin, fetchDemo } from "./askDossiers.ts";
import { DossiersView } from "./DossiersView.tsx";

const NONE: DemoDossiers = [];
const fetchOwn = (): Promise<CentreSettings> => fetchCurrentSettings("");

/** The page at `/dossiers`: where dossiers come from, and what became of them. */
export function DossiersPage(): ReactNode {
  const { t } = useLingui();
  const { value, isLost, refresh } = usePolled(fetchAdmin);
  const demo = useVersion(1, fetchDemo) ?? NONE;
  const settings = useVersion(1, fetchOwn);
  return (
    <ScreenFrame
      state={seenAs(value !== null, isLost, 0)}
      title={t`Hồ sơ`}
      isDemo={demo.length > 0}
      clock=""
      actions={<LanguageSwitch />}
    >
      <DossiersView
        answer={value}
        isLost={isLost}
        demo={demo}
        timeZone={settings?.calendar.timeZone ?? FALLBACK_ZONE}
        address={localAddress(location.port)}
        refresh={refresh}
      />
    </ScreenFrame>
  );
}
