import type { ShellSettings } from "../settings/ShellSettings.ts";

/**
 * The hub that the process of the devices works for. Pure.
 *
 * @returns `null` until one was chosen, and while the book of another one is still in the way: numbers
 *   of one hub must not be told to another
 */
export function hubOfDevices({ hubUrl, isOtherHub }: ShellSettings): string | null {
  return isOtherHub ? null : hubUrl;
}
