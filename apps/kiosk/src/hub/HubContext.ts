import { type CentreSettings, fetchSettings, type HubClient } from "@luot/hub-client";
import { createHubContext, useVersion } from "@luot/ui";
import { useCallback } from "react";

export const { HubProvider, useHub, useHubState } = createHubContext<HubClient<"kiosk">>();

/** The settings in force; the older version until a newer one has come, `null` before the first. */
export function useSettings(): CentreSettings | null {
  const { url } = useHub();
  const fetchOwn = useCallback((version: number) => fetchSettings(url, version), [url]);
  return useVersion(useHubState().settingsVersion, fetchOwn);
}
