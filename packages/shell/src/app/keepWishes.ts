import { SlugSchema } from "@luot/contract";
import type { Logger } from "@luot/kit";
import { readHubUrl } from "../settings/hubUrl.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { DeviceAddressSchema, type ShellSettings } from "../settings/ShellSettings.ts";
import type { ShellArguments } from "./readArguments.ts";

/** The word for no device. */
const NONE = "none";

type Wish = readonly [name: keyof ShellSettings, given: string | null, read: string | null];

/** Keeps what the command line said; what makes no sense is left aside and noted. */
export function keepWishes(wish: ShellArguments, settings: SettingsFile, log: Logger): void {
  const wishes: readonly Wish[] = [
    ["hubUrl", wish.hub, wish.hub === null ? null : readHubUrl(wish.hub)],
    ["counterId", wish.counterId, SlugSchema.safeParse(wish.counterId).data ?? null],
    ["zone", wish.zone, SlugSchema.safeParse(wish.zone).data ?? null],
    ["printer", wish.printer, DeviceAddressSchema.safeParse(wish.printer).data ?? null],
    ["scanner", wish.scanner, DeviceAddressSchema.safeParse(wish.scanner).data ?? null],
  ];
  for (const [name, given, read] of wishes) {
    if (given === null) continue;
    if (read === null) log.error("the command line makes no sense", { name });
    else settings.change({ [name]: read === NONE && isDevice(name) ? null : read });
  }
}

function isDevice(name: keyof ShellSettings): boolean {
  return name === "printer" || name === "scanner";
}
