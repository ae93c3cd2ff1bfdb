import type { Service } from "@luot/hub-client";
import { type I18n, kindText, type Language, textOf } from "@luot/i18n";

/**
 * What somebody comes for: "Nộp hồ sơ: Đất đai". Names of other kinds say themselves what is done
 * ("Nhận kết quả đất đai").
 */
export function serviceTitle(i18n: I18n, service: Service, language: Language): string {
  const name = textOf(service.name, language);
  const kind = kindText(i18n, service.kind);
  return service.kind !== "submit" || name.startsWith(kind) ? name : `${kind}: ${name}`;
}
