import { useLingui } from "@lingui/react/macro";
import type { Board, CentreSettings } from "@luot/hub-client";
import { useLanguage } from "@luot/i18n";
import { useMemo } from "react";
import { boardWish } from "./boardWish.ts";
import type { BoardWish } from "./layout/layoutBoard.ts";
import type { BoardBars } from "./useBoardBars.ts";

/** As wide as the page and the time at the right of the header get. */
const WIDEST_CORNER = "88/88 · 00:00";
/** As wide as the sign of a warning and the gap behind it. */
const SIGN = "MM";

/** The board in words, the same object until one of them changes. */
export function useBoardWish(board: Board, settings: CentreSettings, bars: BoardBars): BoardWish {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { title, shortTitle, briefTitle, asOf, isDoubtful, demo } = bars;
  const centre = t`Toàn trung tâm`;
  const others = t({ message: "Cơ quan khác", context: "board" });
  const agencyHead = t({ message: "Cơ quan", context: "board" });
  return useMemo(() => {
    const updated = `${isDoubtful ? SIGN : ""}${asOf}`;
    const frame = {
      headers: [
        [title, WIDEST_CORNER],
        [shortTitle, WIDEST_CORNER],
      ],
      footer: [updated, demo],
      brief: { header: [briefTitle, demo], footer: [updated, ""] },
    } as const;
    const names = { i18n, language, settings, centre, others };
    return boardWish(board, names, agencyHead, frame);
  }, [
    board,
    settings,
    i18n,
    language,
    title,
    shortTitle,
    briefTitle,
    asOf,
    isDoubtful,
    demo,
    centre,
    others,
    agencyHead,
  ]);
}
