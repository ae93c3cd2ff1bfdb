import type { HubChosen } from "@luot/contract";
import { readHubUrl } from "../settings/hubUrl.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { askHub } from "./askHub.ts";

/**
 * Looks whether the hub that the command line named in place of another is another one, and notes
 * it like {@link changeHub}. One that does not answer now is taken for the one before: what is kept
 * for that would be gone for nothing.
 */
export async function noteNamedHub(
  before: string | null,
  { settings, fetch }: HubChoice,
): Promise<void> {
  const { hubUrl, hubEpoch, isOtherHub } = settings.settings;
  if (before === null || hubUrl === null || hubUrl === before) return;
  const found = await askHub(hubUrl, fetch);
  if (found.kind !== "hub" || found.epoch === null || found.epoch === hubEpoch) return;
  settings.change({ hubEpoch: found.epoch, isOtherHub: isOtherHub || hubEpoch !== null });
}

/** What the choice of a hub needs. */
export interface HubChoice {
  readonly settings: SettingsFile;
  readonly fetch: typeof fetch;
}

/**
 * Takes a hub's address as typed: asks whether a hub answers there, and keeps it.
 *
 * @returns why not, when it was not taken; one that was chosen before stays, and is answered
 */
export async function chooseHub(typed: string, choice: HubChoice): Promise<HubChosen> {
  const before = choice.settings.settings.hubUrl;
  // A page that was taken over must not lead the app to another hub.
  if (before !== null) return { ok: true, url: before };
  return changeHub(typed, choice);
}

/**
 * Takes a hub's address in place of the one before, for whoever has opened the administrator's menu.
 * The hub of before at another address is known again by its journal. Of any other hub it is noted
 * that what was kept for the hub before, token and unsent numbers, is not for this one.
 *
 * @returns why not, when it was not taken; the one before then stays
 */
export async function changeHub(typed: string, { settings, fetch }: HubChoice): Promise<HubChosen> {
  const { hubUrl, hubEpoch, isOtherHub } = settings.settings;
  const url = readHubUrl(typed);
  if (url === null) return { ok: false, code: "bad_address" };
  if (url === hubUrl) return { ok: true, url };
  const found = await askHub(url, fetch);
  if (found.kind !== "hub") return { ok: false, code: found.kind };
  const isSame = hubEpoch !== null && hubEpoch === found.epoch;
  const kept = settings.change({
    hubUrl: url,
    hubEpoch: found.epoch,
    isOtherHub: isOtherHub || (hubUrl !== null && !isSame),
  });
  return kept.ok ? { ok: true, url } : { ok: false, code: kept.error };
}
