import { invariant } from "@luot/kit";
import { cleanText } from "../text/cleanText.ts";
import { fitText } from "../text/fitText.ts";
import { measureText } from "../text/fonts.ts";
import type { Layout, LayoutItem } from "./Layout.ts";
import type { PartFrame } from "./TicketTemplate.ts";
import type { TextStyle } from "./ticketStyle.ts";

/** Room for stacked marks above capitals (Ẵ) and marks below letters (ỵ), in parts of the size. */
const TEXT_BOX = { ascent: 1.02, descent: 0.28 };
/** The number has no marks: its box ends at its capitals and its baseline. */
const NUMBER_BOX = { ascent: 0.74, descent: 0.02 };
const BOX_PADDING = { x: 18, y: 6 };
const RULE_DOTS = 2;
const SMALLEST_QR_MODULE_DOTS = 3;

/** How a text stands besides its style. */
export interface TextLook {
  readonly frame: PartFrame;
  /** Numbers have no marks above and below, so they need less paper. */
  readonly isNumber: boolean;
}

/** Places things under each other, centred, and keeps count of the paper used. */
export class Column {
  readonly #widthDots: number;
  readonly #marginDots: number;
  readonly #items: LayoutItem[] = [];
  #y = 0;

  constructor(size: { readonly widthDots: number; readonly marginDots: number }) {
    this.#widthDots = size.widthDots;
    this.#marginDots = size.marginDots;
  }

  gap(dots: number): void {
    this.#y += dots;
  }

  /** A line across the ticket; a dashed one parts less. */
  rule(kind: "solid" | "dashed"): void {
    const innerDots = this.#widthDots - 2 * this.#marginDots;
    const [dashDots, stepDots] = kind === "solid" ? [innerDots, innerDots] : [8, 16];
    const dashes = Math.floor((innerDots - dashDots) / stepDots) + 1;
    const lengthDots = (dashes - 1) * stepDots + dashDots;
    const left = (this.#widthDots - lengthDots) / 2;
    for (let dash = 0; dash < dashes; dash++)
      this.#items.push({
        kind: "box",
        x: left + dash * stepDots,
        y: this.#y,
        widthDots: dashDots,
        heightDots: RULE_DOTS,
        lineDots: 0,
      });
    this.#y += RULE_DOTS;
  }

  /**
   * Text in its style, in a frame of its width, or in white on a black bar of the ticket's width.
   * Nothing, not even a gap, when there is no text.
   */
  text(text: string, style: TextStyle, gapDots: number, look: TextLook): void {
    const box = look.isNumber ? NUMBER_BOX : TEXT_BOX;
    if (look.frame !== "none") return this.#framed(text, style, gapDots, look.frame);
    this.#lines({ text, style, gapDots, insetDots: 0, ink: "black", box });
  }

  /**
   * A QR code in modules of whole dots; a large one shrinks until it fits with its quiet zone.
   *
   * @throws when the code holds more than the paper can show legibly
   */
  modules(rows: readonly (readonly boolean[])[], maxDotsPerModule: number): void {
    const quietModules = 4;
    const room = Math.floor(this.#widthDots / (rows.length + 2 * quietModules));
    const dotsPerModule = Math.min(maxDotsPerModule, room);
    invariant(dotsPerModule >= SMALLEST_QR_MODULE_DOTS, "the QR text is too long for the paper");
    const sizeDots = rows.length * dotsPerModule;
    this.#y += quietModules * dotsPerModule;
    const x = Math.floor((this.#widthDots - sizeDots) / 2);
    this.#items.push({ kind: "modules", x, y: this.#y, dotsPerModule, rows });
    this.#y += sizeDots + quietModules * dotsPerModule;
  }

  /** The finished layout. */
  end(): Layout {
    return { widthDots: this.#widthDots, heightDots: this.#y, items: this.#items };
  }

  #framed(text: string, style: TextStyle, gapDots: number, look: "frame" | "bar"): void {
    const at = this.#items.length;
    const top = this.#y + gapDots;
    const ink = look === "bar" ? "white" : "black";
    this.#y += BOX_PADDING.y;
    const insetDots = BOX_PADDING.x;
    const widest = this.#lines({ text, style, gapDots, insetDots, ink, box: TEXT_BOX });
    if (widest === 0) {
      this.#y -= BOX_PADDING.y;
      return;
    }
    this.#y += BOX_PADDING.y;
    const full = this.#widthDots - 2 * this.#marginDots;
    const widthDots = look === "bar" ? full : 2 * Math.ceil(widest / 2 + BOX_PADDING.x);
    const box: LayoutItem = {
      kind: "box",
      x: (this.#widthDots - widthDots) / 2,
      y: top,
      widthDots,
      heightDots: this.#y - top,
      lineDots: look === "bar" ? 0 : 2,
    };
    this.#items.splice(at, 0, box);
  }

  /** Places the lines of a text and returns the width of the widest, 0 when there is none. */
  #lines(line: {
    readonly text: string;
    readonly style: TextStyle;
    readonly gapDots: number;
    readonly insetDots: number;
    readonly ink: "black" | "white";
    readonly box: { readonly ascent: number; readonly descent: number };
  }): number {
    const { weight } = line.style;
    const roomDots = this.#widthDots - 2 * (this.#marginDots + line.insetDots);
    const measure = (text: string, sizePx: number): number => measureText(text, weight, sizePx);
    const { sizePx, lines } = fitText(cleanText(line.text), line.style, roomDots, measure);
    if (lines.length === 0) return 0;
    this.#y += line.gapDots;
    for (const text of lines) {
      const baselineY = this.#y + Math.round(sizePx * line.box.ascent);
      const centreX = this.#widthDots / 2;
      this.#items.push({ kind: "text", text, centreX, baselineY, sizePx, weight, ink: line.ink });
      this.#y = baselineY + Math.round(sizePx * line.box.descent);
    }
    return Math.max(...lines.map((text) => measure(text, sizePx)));
  }
}
