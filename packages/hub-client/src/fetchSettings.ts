import { SettingsSchema } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";

/**
 * Fetches a version of the centre's settings. A version never changes, so the browser may keep it.
 *
 * @param baseUrl where the hub is, without a slash at the end; empty for the page's own origin
 * @throws when the hub does not answer, or not with settings
 */
export async function fetchSettings(baseUrl: string, version: number): Promise<CentreSettings> {
  const response = await fetch(`${baseUrl}/api/settings/${version}`);
  if (!response.ok) throw new Error(`settings ${version}: HTTP ${response.status}`);
  return SettingsSchema.parse(await response.json());
}
