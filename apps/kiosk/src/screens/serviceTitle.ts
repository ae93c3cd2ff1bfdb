import type { Service } from "@luot/hub-client";
import { type I18n, kindText, type Language, textOf } from "@luot/i18n";

/** What is done and where: "Nộp hồ sơ: Hộ tịch". Says it once when the name says it already. */
export function serviceTitle(i18n: I18n, service: Service, language: Language): string {
  const name = textOf(service.name, language);
  const kind = kindText(i18n, service.kind);
  return name.startsWith(kind) ? name : `${kind}: ${name}`;
}
