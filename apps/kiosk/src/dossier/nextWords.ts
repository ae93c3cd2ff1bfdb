import type { DossierView } from "@luot/contract";
import type { Service } from "@luot/hub-client";
import { formatDateTime, type I18n } from "@luot/i18n";
import { msg } from "@lingui/core/macro";

const BUTTONS = {
  collect: msg`Lấy số nhận kết quả`,
  supplement: msg`Lấy số bổ sung hồ sơ`,
  pay: msg`Lấy số nộp phí, lệ phí`,
  guidance: msg`Lấy số gặp cán bộ hướng dẫn`,
  other: msg`Lấy số gặp cán bộ`,
} as const;

const TITLES = {
  collect: msg`Mời ông/bà lấy số để nhận kết quả`,
  supplement: msg`Mời ông/bà bổ sung giấy tờ còn thiếu`,
  pay: msg`Mời ông/bà nộp phí, lệ phí`,
  ask: msg`Mời ông/bà hỏi cán bộ hướng dẫn`,
  wait: msg`Hôm nay ông/bà chưa cần làm gì`,
  none: msg`Ông/bà không cần làm gì thêm`,
} as const;

/** What a citizen can do today, in words. `note`: a second sentence, `null` for none. */
export interface NextWords {
  readonly title: string;
  readonly note: string | null;
}

/** What to do next with a dossier, or that nothing is to be done today and a wait is spared. */
export function nextWords(i18n: I18n, dossier: DossierView, timeZone: string): NextWords {
  const { kind, serviceId, place } = dossier.next;
  if (kind === "collect" && place !== null && serviceId === null)
    return { title: i18n._(msg`Mời ông/bà đến nơi trả kết quả`), note: place };
  const title = i18n._(TITLES[kind]);
  if (kind === "wait") return { title, note: waitNote() };
  const needsLine = kind !== "none" && serviceId === null;
  return { title, note: needsLine ? i18n._(msg`Mời gặp cán bộ hướng dẫn tại sảnh.`) : null };

  function waitNote(): string {
    const due = dossier.newDueAt ?? dossier.dueAt;
    if (dossier.light === "overdue")
      return i18n._(msg`Không cần lấy số. Mời hỏi cán bộ nếu cần biết lý do chậm.`);
    if (due === null) return i18n._(msg`Không cần lấy số, không phải chờ.`);
    // A clock that stands alone on the next line is not seen.
    const date = formatDateTime(due, timeZone).replace(" ", "\u00a0");
    return i18n._(msg`Không cần lấy số. Kết quả hẹn trả lúc ${{ date }}.`);
  }
}

/**
 * The words on the button that takes the number: what it is for, or that guidance comes first where
 * the centre has no line of that kind.
 */
export function takeWords(
  i18n: I18n,
  next: DossierView["next"]["kind"],
  service: Service["kind"],
): string {
  if (service === "guidance") return i18n._(BUTTONS.guidance);
  const isErrand = next === "collect" || next === "supplement" || next === "pay";
  return i18n._(BUTTONS[isErrand ? next : "other"]);
}
