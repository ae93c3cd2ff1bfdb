import type { Board, BoardCounts } from "@luot/hub-client";
import { createI18n, type Language } from "@luot/i18n";
import { describe, expect, it } from "vitest";
import { boardFigures } from "./boardFigures.ts";
import { type BoardNames, boardWish } from "./boardWish.ts";
import { isBoardStale } from "./isBoardStale.ts";

/** Vĩnh Phúc, third quarter of 2021: 14,064 of 14,100 due were resolved before or on time. */
const VINH_PHUC: BoardCounts = {
  carriedOver: 2_191,
  received: 14_043,
  resolved: { early: 9_312, onTime: 4_752, late: 20 },
  ended: 12,
  inProgress: { inTime: 2_122, overdue: 16 },
  due: 14_100,
  dueKept: 14_064,
};
const BOARD: Board = {
  period: "quarter",
  from: "2021-07-01",
  to: "2021-09-30",
  total: VINH_PHUC,
  agencies: [
    { agencyId: "justice", counts: VINH_PHUC },
    { agencyId: null, counts: { ...VINH_PHUC, due: 0, dueKept: 0 } },
  ],
  ratioOf: "due",
  asOf: 1_000_000,
  isStale: false,
};

function wishIn(language: Language) {
  const short = { vi: "Tư pháp", en: "Justice" };
  const names: BoardNames = {
    i18n: createI18n(language),
    language,
    settings: { agencies: [{ id: "justice", name: short, short }] },
    centre: "Toàn trung tâm",
    others: "Cơ quan khác",
  };
  const frame = {
    headers: [
      ["", ""],
      ["", ""],
    ],
    footer: ["", ""],
    brief: { header: ["", ""], footer: ["", ""] },
  } as const;
  return boardWish(BOARD, names, "Cơ quan", frame);
}

describe("boardFigures", () => {
  it("divides by what is due or by what was resolved, as the centre counts", () => {
    expect(boardFigures(VINH_PHUC, "due")).toMatchObject({
      outOf: 14_100,
      ratio: 14_064 / 14_100,
    });
    expect(boardFigures(VINH_PHUC, "resolved")).toMatchObject({
      outOf: 14_084,
      ratio: 14_064 / 14_084,
    });
  });

  it("has no ratio of nothing", () => {
    expect(boardFigures({ ...VINH_PHUC, due: 0, dueKept: 0 }, "due").ratio).toBeNull();
  });
});

describe("boardWish", () => {
  it("says the published figures of Vĩnh Phúc with their denominator in words", () => {
    const lines = wishIn("vi").total.blocks.flatMap((block) => block.lines);
    const said = Object.fromEntries(lines.map(({ key, value }) => [key, value]));
    expect(said).toMatchObject({
      carriedOver: "2.191",
      received: "14.043",
      resolved: "14.084",
      inProgress: "2.138",
      ended: "12",
      ratio: "99,74\u00a0%",
    });
    const ratio = lines.at(-1);
    expect([ratio?.label, ratio?.note]).toEqual([
      "Tỷ lệ trước hạn, đúng hạn",
      "trên 14.100 hồ sơ đến hạn",
    ]);
  });

  it("has a row for each agency in the language of the screen, and one for all others", () => {
    const { rows } = wishIn("en").agencies;
    expect(rows.map(({ name }) => name)).toEqual(["Justice", "Cơ quan khác"]);
    expect(rows.map(({ cells }) => [cells["outOf"], cells["ratio"]])).toEqual([
      ["14,100", "99.74%"],
      ["0", "–"],
    ]);
  });

  it("has a cell under each head, and a card for each row", () => {
    const { agencies, cards } = wishIn("vi");
    const keys = agencies.groups.flatMap(({ columns }) => columns.map(({ key }) => key));
    expect(keys).toHaveLength(9);
    for (const { cells } of agencies.rows)
      expect(keys.filter((key) => cells[key] === undefined)).toEqual([]);
    expect(cards.map(({ title }) => title)).toEqual(agencies.rows.map(({ name }) => name));
  });
});

describe("isBoardStale", () => {
  const settings = { dossiers: { staleAfterMinutes: 10 } } as Parameters<typeof isBoardStale>[1];

  it("believes the hub, and grows old without it", () => {
    expect(isBoardStale({ ...BOARD, isStale: true }, settings, 1_000_000)).toBe(true);
    expect(isBoardStale(BOARD, settings, 1_000_000 + 600_000)).toBe(false);
    expect(isBoardStale(BOARD, settings, 1_000_000 + 600_001)).toBe(true);
  });
});
