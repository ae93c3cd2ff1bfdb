import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { FONT_FAMILY, FONT_FILES, type FontWeight, measureText } from "./fonts.ts";

/** How wide the renderer itself draws a text, from first to last ink. */
function drawnWidth(text: string, weight: FontWeight, sizePx: number): number {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="50" y="100" ` +
    `font-size="${sizePx}" font-weight="${weight === "bold" ? 700 : 400}">${text}</text></svg>`;
  const font = { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false };
  const options = { font: { ...font, defaultFontFamily: FONT_FAMILY } };
  return new Resvg(svg, options).innerBBox()?.width ?? 0;
}

describe("measureText", () => {
  it.each<[string, FontWeight]>([
    ["Nguyễn Thị Hồng ĐẶNG ƯỚC ₫ – ≈ …", "regular"],
    ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG", "bold"],
    ["ẰẲẴẮẶỀỂỄẾỆỒỔỖỐỘỜỞỠỚỢỪỬỮỨỰỲỶỸÝỴ", "bold"],
    ["AVAVAVAVA To Ty Tư Vơ 1.000,00", "regular"],
    ["0123456789", "bold"],
  ])("is as wide as what the renderer draws, within the margins: %s", (text, weight) => {
    const measured = measureText(text, weight, 28);
    const drawn = drawnWidth(text, weight, 28);
    // Horns (Ơ, Ư) lean a little further than they are measured: less than a side margin.
    expect(drawn).toBeLessThanOrEqual(measured * 1.015);
    expect(drawn).toBeGreaterThan(measured * 0.93); // kerning draws AV closer together
  });

  it("knows every Vietnamese letter by a glyph of its own width", () => {
    const box = measureText("\uE000", "regular", 1000);
    const letters = Array.from("ẵễộỹỵđƯĐ₫–…");
    expect(letters.filter((letter) => measureText(letter, "regular", 1000) === box)).toEqual([]);
  });
});
