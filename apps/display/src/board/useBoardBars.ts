import { useLingui } from "@lingui/react/macro";
import { type Board, type CentreSettings, type HubState, isInStep } from "@luot/hub-client";
import { boardPeriodText, formatClock, formatDateTime, useLanguage } from "@luot/i18n";

/** What stands over and under the pages of a board. */
export interface BoardBars {
  readonly title: string;
  /** The same in fewer words, and in fewest. */
  readonly shortTitle: string;
  readonly briefTitle: string;
  /** Of when the figures are, and since when the hub was not heard. */
  readonly asOf: string;
  /** It may no longer be so. */
  readonly isDoubtful: boolean;
  /** Empty when it is none. */
  readonly demo: string;
}

/** The words around a board. */
export function useBoardBars(
  { asOf, period, from }: Board,
  state: HubState<"display">,
  { centre, calendar: { timeZone } }: CentreSettings,
  isStale: boolean,
): BoardBars {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { lastHeardAt, clockOffsetMs } = state;
  const updated = asOf === null ? "–" : formatDateTime(asOf, timeZone);
  const heard = lastHeardAt === null ? "–" : formatClock(lastHeardAt + clockOffsetMs, timeZone);
  const inPeriod = boardPeriodText(i18n, period, from);
  const isLost = !isInStep(state);
  const words = isStale
    ? t`Dữ liệu đã cũ, cập nhật lúc ${updated}`
    : t`Dữ liệu cập nhật lúc ${updated}`;
  return {
    title: `${t`Tình hình giải quyết hồ sơ`} · ${inPeriod}`,
    shortTitle: `${t`Giải quyết hồ sơ`} · ${inPeriod}`,
    briefTitle: `${t({ message: "Hồ sơ", context: "board" })} · ${inPeriod}`,
    asOf: isLost ? `${words} · ${t`Mất kết nối từ ${heard}`}` : words,
    isDoubtful: isStale || isLost,
    demo: centre.isDemo ? t({ message: "Bản dùng thử", context: "board" }) : "",
  };
}
