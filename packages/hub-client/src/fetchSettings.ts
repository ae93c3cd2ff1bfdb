import { SettingsSchema } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";

/**
 * Fetches a version of the centre's settings. A version never changes, so the browser may keep it.
 *
 * @param baseUrl where the hub is, without a slash at the end; empty for the page's own origin
 * @throws when the hub does not answer, or not with settings
 */
export async function fetchSettings(baseUrl: string, version: number): Promise<CentreSettings> {
  return fetchFrom(`${baseUrl}/api/settings/${version}`);
}

/**
 * Fetches the centre's settings in force, for a machine that is being set up and not paired yet.
 *
 * @throws as {@link fetchSettings}
 */
export async function fetchCurrentSettings(baseUrl: string): Promise<CentreSettings> {
  return fetchFrom(`${baseUrl}/api/settings/current`);
}

async function fetchFrom(address: string): Promise<CentreSettings> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return SettingsSchema.parse(await response.json());
}
