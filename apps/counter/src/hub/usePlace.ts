import { counterText, textOf, useLanguage } from "@luot/i18n";
import { useSettings } from "./HubContext.ts";

/** What a counter is called, e.g. "Quầy 5 · Giấy phép xe"; its id before the settings are there. */
export function usePlace(counterId: string): string {
  const { i18n, language } = useLanguage();
  const counter = useSettings()?.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return counterId;
  const name = counter.name === null ? [] : [textOf(counter.name, language)];
  return [counterText(i18n, counter.number), ...name].join(" · ");
}
