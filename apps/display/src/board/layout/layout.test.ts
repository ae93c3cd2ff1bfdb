import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card } from "./layoutCard.ts";
import { type BoardWish, diagonalNeeded, layoutBoard, PAGE_MS } from "./layoutBoard.ts";
import { evenest, pack } from "./pack.ts";
import { capitalMm, fontPx, type HungScreen } from "./sizes.ts";
import { lineCount } from "./wrap.ts";

const widthOf = (text: string): number => text.length * 0.56;
const screen = (diagonalInches: number, distanceM: number): HungScreen => ({
  widthPx: 1_920,
  heightPx: 1_080,
  diagonalInches,
  distanceM,
});
const NAMES = [
  "Nội vụ",
  "Văn phòng Ủy ban nhân dân tỉnh",
  "Ban Quản lý các khu công nghiệp Nghi Sơn",
];
const KEYS = ["received", "early", "late", "ratio"];

const cardOf = (id: string, title: string): Card => ({
  id,
  title,
  blocks: KEYS.map((key) => ({
    lines: [{ key, label: "Trước hạn", value: "2.040", note: null }],
  })),
});

function aWish(agencies: number): BoardWish {
  const cells = { received: "1.204", early: "2.040", late: "3", ratio: "99,74\u00a0%" };
  const named = Array.from({ length: agencies }, (_, i) => ({
    id: `a${i}`,
    name: NAMES[i % NAMES.length] ?? "",
    cells,
  }));
  return {
    headers: [
      ["Tình hình giải quyết hồ sơ · Quý III/2021", "88/88 · 00:00"],
      ["Giải quyết hồ sơ · Quý III/2021", "88/88 · 00:00"],
    ],
    footer: ["Dữ liệu cập nhật lúc 24/11/2026 09:40", ""],
    brief: { header: ["Hồ sơ · Quý III/2021", ""], footer: ["Dữ liệu cập nhật lúc", ""] },
    total: cardOf("total", "Toàn trung tâm"),
    agencies: {
      nameHead: "Cơ quan",
      groups: [
        { head: null, columns: [{ key: "received", head: "Tiếp nhận" }] },
        {
          head: "Đã giải quyết",
          columns: [
            { key: "early", head: "Trước hạn" },
            { key: "late", head: "Quá hạn" },
          ],
        },
        { head: null, columns: [{ key: "ratio", head: "Tỷ lệ" }] },
      ],
      rows: named,
    },
    cards: named.map(({ id, name }) => cardOf(id, name)),
  };
}

describe("the size of letters", () => {
  it("is that of the table of capital heights", () => {
    const heights = [5, 8, 12].map((m) => [16, 22].map((arc) => Math.round(capitalMm(m, arc))));
    expect(heights).toEqual([
      [23, 32],
      [37, 51],
      [56, 77],
    ]);
  });

  it("is 145 px on 43 inches and 96 px on 65 inches, seen from 8 m", () => {
    expect(fontPx(screen(43, 8), 22)).toBeCloseTo(144.6, 0);
    expect(fontPx(screen(65, 8), 22)).toBeCloseTo(95.7, 0);
    const uhd = { ...screen(65, 8), widthPx: 3_840, heightPx: 2_160 };
    expect(fontPx(uhd, 22)).toBeCloseTo(2 * fontPx(screen(65, 8), 22), 6);
  });
});

describe("lineCount", () => {
  it("fills lines as a browser does, and breaks no word", () => {
    const measure = { widthOf, fontPx: 10, isBold: false };
    expect(lineCount("một hai ba", 10 * 0.56 * 8, measure)).toBe(2);
    expect(lineCount("một\u00a0hai ba", 10 * 0.56 * 5, measure)).toBe(Infinity);
  });
});

describe("pack", () => {
  it("keeps the order, loses nothing, and fills no box above its height", () => {
    assert(
      property(
        array(integer({ min: 1, max: 9 }), { maxLength: 20 }),
        integer({ min: 9, max: 30 }),
        (heights, capacity) => {
          const boxes = pack(heights, capacity) ?? [];
          const even = evenest(heights, boxes.length, capacity) ?? [];
          for (const packed of [boxes, even]) {
            expect(packed.flat()).toEqual([...heights.keys()]);
            for (const box of packed)
              expect(box.reduce((sum, i) => sum + (heights[i] ?? 0), 0)).toBeLessThanOrEqual(
                capacity,
              );
          }
          expect(even.length).toBeLessThanOrEqual(boxes.length);
        },
      ),
    );
  });
});

describe("layoutBoard", () => {
  it("shows each figure of each agency once a round, whatever the screen", () => {
    assert(
      property(
        integer({ min: 0, max: 24 }),
        constantFrom(32, 43, 55, 65, 98),
        constantFrom(3, 5, 8, 12),
        (agencies, inches, metres) => {
          const wish = aWish(agencies);
          const layout = layoutBoard(wish, screen(inches, metres), widthOf);
          if (layout === null || layout.isBrief) return;
          const shown = layout.pages.flatMap((page) =>
            page.kind === "table"
              ? page.rows.flatMap(({ id }) =>
                  page.groups.flatMap((group) => group.columns.map(({ key }) => `${id} ${key}`)),
                )
              : page.columns
                  .flat()
                  .flatMap(({ lines }) => lines.map(({ key }) => `${page.id} ${key}`)),
          );
          const all = ["total", ...wish.agencies.rows.map(({ id }) => id)];
          expect(shown.toSorted()).toEqual(
            all.flatMap((id) => KEYS.map((key) => `${id} ${key}`)).toSorted(),
          );
        },
      ),
    );
  });

  it("makes figures smaller, to the least that can be read, so that a round takes three minutes", () => {
    const near = layoutBoard(aWish(3), screen(65, 5), widthOf);
    expect(near?.basePx).toBeCloseTo(fontPx(screen(65, 5), 22), 6);
    const many = layoutBoard(aWish(36), screen(43, 5), widthOf);
    expect(many?.basePx).toBeLessThan(fontPx(screen(43, 5), 22));
    expect(many?.basePx).toBeGreaterThanOrEqual(fontPx(screen(43, 5), 16) - 1e-9);
    expect((many?.pages.length ?? 0) * PAGE_MS).toBeLessThanOrEqual(180_000);
  });

  it("keeps all columns and names within the width of the screen", () => {
    const layout = layoutBoard(aWish(20), screen(55, 5), widthOf);
    const widths = (layout?.pages ?? []).flatMap((page) => {
      if (page.kind === "card") return [];
      const columns = page.groups.flatMap(({ widthsPx }) => widthsPx);
      return [columns.reduce((sum, width) => sum + width, page.namePx)];
    });
    expect(widths.length).toBeGreaterThan(0);
    expect(Math.max(...widths)).toBeLessThanOrEqual(1_920);
  });

  it("shows the centre alone where agencies don't fit, and says how large a screen would do", () => {
    const small = screen(32, 8);
    expect(layoutBoard(aWish(5), small, widthOf)?.isBrief).toBe(true);
    expect(layoutBoard(aWish(5), screen(24, 30), widthOf)).toBeNull();
    const needed = diagonalNeeded(aWish(5), small, widthOf) ?? 0;
    expect(needed).toBeGreaterThan(32);
    expect(layoutBoard(aWish(5), { ...small, diagonalInches: needed }, widthOf)?.isBrief).toBe(
      false,
    );
  });
});
