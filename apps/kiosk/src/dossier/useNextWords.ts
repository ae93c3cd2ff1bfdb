import type { DossierView } from "@luot/contract";
import type { Service } from "@luot/hub-client";
import { formatDateTime } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";

/** What a citizen can do today, in words. `note`: a second sentence, `null` for none. */
export interface NextWords {
  readonly title: string;
  readonly note: string | null;
}

/** What to do next with a dossier, or that nothing is to be done today and a wait is spared. */
export function useNextWords(dossier: DossierView, timeZone: string): NextWords {
  const { t } = useLingui();
  const { kind, serviceId, isElsewhere } = dossier.next;
  const titles = {
    collect: t`Mời ông/bà lấy số để nhận kết quả`,
    supplement: t`Mời ông/bà bổ sung giấy tờ còn thiếu`,
    pay: t`Mời ông/bà nộp phí, lệ phí`,
    ask: t`Mời ông/bà hỏi cán bộ hướng dẫn`,
    wait: t`Hôm nay ông/bà chưa cần làm gì`,
    none: t`Ông/bà không cần làm gì thêm`,
  };
  if (kind === "collect" && isElsewhere)
    return {
      title: t`Mời ông/bà đến nơi trả kết quả`,
      note: t`Nơi trả ghi trên Giấy tiếp nhận, hoặc bấm Xem thêm.`,
    };
  if (kind === "wait") return { title: titles.wait, note: waitNote() };
  const needsLine = kind !== "none" && serviceId === null;
  // No number can be taken for it here: so nobody is told to take one.
  const title = needsLine && kind === "collect" ? titles.ask : titles[kind];
  return { title, note: needsLine ? t`Mời gặp cán bộ hướng dẫn tại sảnh.` : null };

  function waitNote(): string {
    const due = dossier.newDueAt ?? dossier.dueAt;
    if (dossier.light === "overdue")
      return t`Không cần lấy số. Mời hỏi cán bộ nếu cần biết lý do chậm.`;
    if (due === null) return t`Không cần lấy số, không phải chờ.`;
    // A clock that stands alone on the next line is not seen.
    const date = formatDateTime(due, timeZone).replace(" ", "\u00a0");
    return t`Không cần lấy số. Kết quả hẹn trả lúc ${{ date }}.`;
  }
}

/**
 * The words on the button that takes the number: what it is for, or that guidance comes first where
 * the centre has no line of that kind.
 */
export function useTakeWords(next: DossierView["next"]["kind"], service: Service["kind"]): string {
  const { t } = useLingui();
  if (service === "guidance") return t`Lấy số gặp cán bộ hướng dẫn`;
  if (next === "collect") return t`Lấy số nhận kết quả`;
  if (next === "supplement") return t`Lấy số bổ sung hồ sơ`;
  return next === "pay" ? t`Lấy số nộp phí, lệ phí` : t`Lấy số gặp cán bộ`;
}
