import type { SettingsFile } from "../settings/SettingsFile.ts";
import { after } from "../watch/after.ts";
import { askHub } from "./askHub.ts";

const AGAIN_MS = 60_000;

/**
 * Learns which hub it is that the command line named, so that it is known again at another address.
 * Asks until it has answered; does nothing where that is known.
 */
export function learnHub(settings: SettingsFile, fetch: typeof globalThis.fetch): void {
  const { hubUrl, hubEpoch } = settings.settings;
  if (hubUrl === null || hubEpoch !== null) return;
  // Never rejects: that nobody can be reached is an answer too.
  void learn(hubUrl);

  async function learn(url: string): Promise<void> {
    const found = await askHub(url, fetch);
    if (settings.settings.hubUrl !== url) return;
    if (found.kind !== "hub") after(AGAIN_MS, () => learnHub(settings, fetch));
    else if (found.epoch !== null) settings.change({ hubEpoch: found.epoch });
  }
}
