import type { Board, BoardCounts, CentreSettings } from "@luot/hub-client";
import {
  boardFigureText,
  type BoardFigureWord,
  boardOutOfText,
  formatCount,
  formatRatio,
  type I18n,
  type Language,
  textOf,
} from "@luot/i18n";
import { boardFigures } from "./boardFigures.ts";
import type { Card, CardBlock, CardLine } from "./layout/layoutCard.ts";
import type { BoardWish } from "./layout/layoutBoard.ts";
import type { ColumnGroup, TableRow } from "./layout/layoutTable.ts";

/** What names are read from. */
export interface BoardNames {
  readonly i18n: I18n;
  readonly language: Language;
  readonly settings: Pick<CentreSettings, "agencies">;
  /** Of the whole centre, and of the agencies that are not in the settings. */
  readonly centre: string;
  readonly others: string;
}

type Frame = Pick<BoardWish, "headers" | "footer" | "brief">;

const GROUPS: readonly (readonly [BoardFigureWord | null, readonly BoardFigureWord[]])[] = [
  [null, ["carriedOver", "received"]],
  ["resolved", ["early", "onTime", "late"]],
  ["inProgress", ["inTime", "overdue"]],
];

/** A board in the words of a screen. Pure. */
export function boardWish(
  board: Board,
  names: BoardNames,
  agencyHead: string,
  frame: Frame,
): BoardWish {
  const { ratioOf, total, agencies } = board;
  const named = agencies.map(({ agencyId, counts }) => ({
    id: agencyId ?? "-",
    name: nameOf(agencyId, names),
    counts,
  }));
  const cardOf = (id: string, title: string, counts: BoardCounts): Card => ({
    id,
    title,
    blocks: blocksOf(counts, ratioOf, names.i18n),
  });
  const whole = cardOf("total", names.centre, total);
  return {
    ...frame,
    // Few dossiers end so: the whole centre tells them, so that its sums come out.
    total: { ...whole, blocks: whole.blocks.toSpliced(-1, 0, ended(total, names.i18n)) },
    agencies: {
      nameHead: agencyHead,
      groups: groupsOf(ratioOf, names.i18n),
      rows: named.map(
        ({ id, name, counts }): TableRow => ({
          id,
          name,
          cells: cellsOf(counts, ratioOf, names.i18n),
        }),
      ),
    },
    cards: named.map(({ id, name, counts }) => cardOf(id, name, counts)),
  };
}

/** What an agency is called on a board; those of no id are the others. */
export function nameOf(agencyId: string | null, names: BoardNames): string {
  if (agencyId === null) return names.others;
  const agency = names.settings.agencies.find(({ id }) => id === agencyId);
  return agency === undefined ? agencyId : textOf(agency.short, names.language);
}

function groupsOf(ratioOf: Board["ratioOf"], i18n: I18n): readonly ColumnGroup[] {
  const column = (key: BoardFigureWord) => ({ key, head: boardFigureText(i18n, key) });
  const groups = GROUPS.map(([head, keys]) => ({
    head: head === null ? null : boardFigureText(i18n, head),
    columns: keys.map(column),
  }));
  const ratio = {
    head: boardFigureText(i18n, "ratioInWords"),
    columns: [{ key: "outOf", head: boardFigureText(i18n, ratioOf) }, column("ratio")],
  };
  return [...groups, ratio];
}

function cellsOf(counts: BoardCounts, ratioOf: Board["ratioOf"], i18n: I18n): TableRow["cells"] {
  const { ratio, ...figures } = boardFigures(counts, ratioOf);
  const counted = Object.entries(figures).map(([key, count]) => [key, formatCount(i18n, count)]);
  return { ...(Object.fromEntries(counted) as TableRow["cells"]), ratio: formatRatio(i18n, ratio) };
}

function blocksOf(
  counts: BoardCounts,
  ratioOf: Board["ratioOf"],
  i18n: I18n,
): readonly CardBlock[] {
  const cells = cellsOf(counts, ratioOf, i18n);
  const line = (key: BoardFigureWord): CardLine => ({
    key,
    label: boardFigureText(i18n, key),
    value: cells[key] ?? "",
    note: null,
  });
  const groups = GROUPS.map(([sum, keys]) => ({
    lines: [...(sum === null ? [] : [sum]), ...keys].map(line),
  }));
  const { outOf } = boardFigures(counts, ratioOf);
  const ratio = {
    ...line("ratio"),
    label: boardFigureText(i18n, "ratioInWords"),
    note: boardOutOfText(i18n, ratioOf, outOf),
  };
  return [...groups, { lines: [ratio] }];
}

function ended(counts: BoardCounts, i18n: I18n): CardBlock {
  const label = boardFigureText(i18n, "ended");
  return { lines: [{ key: "ended", label, value: formatCount(i18n, counts.ended), note: null }] };
}
