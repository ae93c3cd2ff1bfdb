import jsQR from "jsqr";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Qr } from "./Qr.tsx";

/** Screen pixels per module. */
const SCALE = 4;

/** Paints the squares of the SVG, as a browser would. */
function paint(svg: string): { readonly data: Uint8ClampedArray; readonly side: number } {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < SCALE; row++) {
      const from = 4 * ((Number(y) * SCALE + row) * side + Number(x) * SCALE);
      for (let at = from; at < from + 4 * SCALE; at += 4) data.fill(0, at, at + 3);
    }
  return { data, side };
}

describe("Qr", () => {
  it("is read back as the text it was made from", () => {
    const text = "http://192.168.1.10:7410/p/GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const { data, side } = paint(renderToString(<Qr text={text} label="Mã QR" />));
    expect(jsQR(data, side, side)?.data).toBe(text);
  });
});
