import type { FontWeight } from "../text/fonts.ts";

/** One thing placed on the ticket; whole dots from the upper left corner. */
export type LayoutItem =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly centreX: number;
      readonly baselineY: number;
      readonly sizePx: number;
      readonly weight: FontWeight;
      readonly ink: "black" | "white";
    }
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly widthDots: number;
      readonly heightDots: number;
      /** 0 fills the box. */
      readonly lineDots: number;
    }
  | {
      readonly kind: "modules";
      readonly x: number;
      readonly y: number;
      readonly dotsPerModule: number;
      /** Rows of a QR code, `true` is black. */
      readonly rows: readonly (readonly boolean[])[];
    };

/** A ticket with every thing in its place, before it is drawn. */
export interface Layout {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly items: readonly LayoutItem[];
}
