import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { formatCount } from "../formats/formatCount.ts";
import { formatIsoDate } from "../formats/formatTime.ts";

const FIGURES = {
  carriedOver: msg({ message: "Tồn kỳ trước", context: "board" }),
  received: msg({ message: "Tiếp nhận", context: "board" }),
  resolved: msg({ message: "Đã giải quyết", context: "board" }),
  early: msg({ message: "Trước hạn", context: "board" }),
  onTime: msg({ message: "Đúng hạn", context: "board" }),
  late: msg({ message: "Quá hạn", context: "board" }),
  ended: msg({ message: "Dừng, rút, từ chối", context: "board" }),
  inProgress: msg({ message: "Đang giải quyết", context: "board" }),
  inTime: msg({ message: "Trong hạn", context: "board" }),
  overdue: msg({ message: "Quá hạn", context: "board, in progress" }),
  due: msg({ message: "Đến hạn", context: "board" }),
  ratio: msg({ message: "Tỷ lệ", context: "board" }),
  ratioInWords: msg({ message: "Tỷ lệ trước hạn, đúng hạn", context: "board" }),
} as const satisfies Record<string, MessageDescriptor>;

/** A figure of the board that has a name. */
export type BoardFigureWord = keyof typeof FIGURES;

/** What a figure of the board is called: "Tồn kỳ trước". */
export function boardFigureText(i18n: I18n, figure: BoardFigureWord): string {
  return i18n._(FIGURES[figure]);
}

/**
 * What the ratio of the board is a part of: "trên 14.100 hồ sơ đến hạn".
 *
 * @param ratioOf dossiers whose time ended in the period, or those that were resolved in it
 */
export function boardOutOfText(i18n: I18n, ratioOf: "due" | "resolved", count: number): string {
  const counted = formatCount(i18n, count);
  return i18n._(
    ratioOf === "due"
      ? msg`trên ${{ counted }} hồ sơ đến hạn`
      : msg`trên ${{ counted }} hồ sơ đã giải quyết`,
  );
}

/**
 * The period of a board: "Ngày 24/11/2026", "Tháng 11/2026", "Quý III/2026", "Năm 2026".
 *
 * @param from its first day, an ISO date
 */
export function boardPeriodText(
  i18n: I18n,
  period: "day" | "month" | "quarter" | "year",
  from: string,
): string {
  const [year = "", month = ""] = from.split("-");
  switch (period) {
    case "day":
      return i18n._(msg`Ngày ${{ date: formatIsoDate(from) }}`);
    case "month":
      return i18n._(msg`Tháng ${{ month: Number(month) }}/${{ year }}`);
    case "quarter": {
      const quarter = QUARTERS[Math.floor((Number(month) - 1) / 3)] ?? "";
      return i18n._(msg`Quý ${{ quarter }}/${{ year }}`);
    }
    default:
      return i18n._(msg`Năm ${{ year }}`);
  }
}

/** Offices number quarters so, in both languages. */
const QUARTERS = ["I", "II", "III", "IV"] as const;
