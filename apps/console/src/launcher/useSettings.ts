import { type CentreSettings, fetchSettings } from "@luot/hub-client";
import { useVersion } from "@luot/ui";

const fetchOwn = (version: number): Promise<CentreSettings> => fetchSettings("", version);

/** The settings in force; an older version until the newer has come, `null` before the first. */
export function useSettings(version: number | null): CentreSettings | null {
  return useVersion(version ?? 0, fetchOwn);
}
