import { SlugSchema } from "@luot/contract";
import type { Logger } from "@luot/kit";
import { readHubUrl } from "../settings/hubUrl.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import {
  DeviceAddressSchema,
  type ShellSettings,
  SleepTimesSchema,
} from "../settings/ShellSettings.ts";
import type { ShellArguments } from "./readArguments.ts";

/** The word for no device. */
const NONE = "none";

type Wish = readonly [name: keyof ShellSettings, given: string | null, read: string | null];

/** Keeps what the command line said; what makes no sense is left aside and noted. */
export function keepWishes(wish: ShellArguments, settings: SettingsFile, log: Logger): void {
  const wishes: readonly Wish[] = [
    ["zone", wish.zone, SlugSchema.safeParse(wish.zone).data ?? null],
    ["printer", wish.printer, DeviceAddressSchema.safeParse(wish.printer).data ?? null],
    ["scanner", wish.scanner, DeviceAddressSchema.safeParse(wish.scanner).data ?? null],
  ];
  keepHub(wish.hub, settings, log);
  keepCounter(wish.counterId, settings, log);
  for (const [name, given, read] of wishes) {
    if (given === null) continue;
    if (read === null) log.error("the command line makes no sense", { name });
    else settings.change({ [name]: read === NONE && isDevice(name) ? null : read });
  }
  keepSleep(wish.sleep, settings, log);
}

/**
 * A hub that was named before does not count again: whoever has chosen another in the menu would
 * find the old one back at the next start, from the command line of the service.
 */
function keepHub(given: string | null, settings: SettingsFile, log: Logger): void {
  if (given === null) return;
  const url = readHubUrl(given);
  if (url === null) log.error("the command line makes no sense", { name: "hubUrl" });
  if (url === null || url === settings.settings.namedHubUrl) return;
  settings.change({ hubUrl: url, namedHubUrl: url });
}

/** As a hub: an officer may have chosen another counter on the screen since. */
function keepCounter(given: string | null, settings: SettingsFile, log: Logger): void {
  if (given === null) return;
  const counterId = SlugSchema.safeParse(given).data ?? null;
  if (counterId === null) log.error("the command line makes no sense", { name: "counterId" });
  if (counterId === null || counterId === settings.settings.namedCounterId) return;
  settings.change({ counterId, namedCounterId: counterId });
}

function keepSleep(given: string | null, settings: SettingsFile, log: Logger): void {
  if (given === null) return;
  const [from, to] = given.split("-");
  const read = SleepTimesSchema.safeParse({ from, to });
  if (given === NONE) settings.change({ sleep: null });
  else if (read.success) settings.change({ sleep: read.data });
  else log.error("the command line makes no sense", { name: "sleep" });
}

function isDevice(name: keyof ShellSettings): boolean {
  return name === "printer" || name === "scanner";
}
