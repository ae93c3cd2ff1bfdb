import { type I18n, counterText } from "@luot/i18n";
import type { CentreSettings } from "@luot/hub-client";

/** The counter a device stands at, by its number: "Quầy 5"; its id where the settings lack it. */
export function placeText(
  i18n: I18n,
  counterId: string | null,
  settings: Pick<CentreSettings, "counters"> | null,
): string | null {
  if (counterId === null) return null;
  const counter = settings?.counters.find(({ id }) => id === counterId);
  return counter === undefined ? counterId : counterText(i18n, counter.number);
}
