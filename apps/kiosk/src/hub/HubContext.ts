import type { CentreSettings, HubClient } from "@luot/hub-client";
import { createHubContext, useVersion } from "@luot/ui";

export const { HubProvider, useHub, useHubState } = createHubContext<HubClient<"kiosk">>();

/** The settings in force; the older version until a newer one has come, `null` before the first. */
export function useSettings(): CentreSettings | null {
  return useVersion(useHubState().settingsVersion, useHub().loadSettings);
}
