import { assertNever } from "@luot/kit";
import { FONT_FAMILY } from "../text/fonts.ts";
import { escapeXml } from "../text/cleanText.ts";
import type { Layout, LayoutItem } from "./Layout.ts";

type Box = Extract<LayoutItem, { kind: "box" }>;
type Modules = Extract<LayoutItem, { kind: "modules" }>;
type Text = Extract<LayoutItem, { kind: "text" }>;

const WEIGHTS = { regular: 400, bold: 700 } as const;

/** Writes a layout as SVG: black on white, one unit a dot, shapes on whole dots. */
export function ticketSvg(layout: Layout): string {
  const { widthDots, heightDots } = layout;
  const size = `width="${widthDots}" height="${heightDots}"`;
  const items = layout.items.map(itemSvg).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT_FAMILY}">` +
    `<rect ${size} fill="white"/>${items}</svg>`
  );
}

function itemSvg(item: LayoutItem): string {
  switch (item.kind) {
    case "text":
      return textSvg(item);
    case "box":
      return boxSvg(item);
    case "modules":
      return modulesSvg(item);
    default:
      return assertNever(item);
  }
}

function textSvg({ text, centreX, baselineY, sizePx, weight, ink }: Text): string {
  return (
    `<text x="${centreX}" y="${baselineY}" font-size="${sizePx}" fill="${ink}" ` +
    `font-weight="${WEIGHTS[weight]}" text-anchor="middle">${escapeXml(text)}</text>`
  );
}

function boxSvg({ x, y, widthDots, heightDots, lineDots }: Box): string {
  const outer = `M${x} ${y}h${widthDots}v${heightDots}h${-widthDots}z`;
  if (lineDots === 0) return `<path d="${outer}" shape-rendering="crispEdges"/>`;
  const [innerWidth, innerHeight] = [widthDots - 2 * lineDots, heightDots - 2 * lineDots];
  const inner = `M${x + lineDots} ${y + lineDots}h${innerWidth}v${innerHeight}h${-innerWidth}z`;
  return `<path d="${outer}${inner}" fill-rule="evenodd" shape-rendering="crispEdges"/>`;
}

/** One path for the whole code: a bar for each run of black modules in a row. */
function modulesSvg({ x, y, dotsPerModule, rows }: Modules): string {
  let path = "";
  for (const [row, modules] of rows.entries()) {
    for (let at = 0; at < modules.length; at++) {
      if (modules[at] !== true) continue;
      const from = at;
      while (modules[at + 1] === true) at++;
      const widthDots = (at + 1 - from) * dotsPerModule;
      const [barX, barY] = [x + from * dotsPerModule, y + row * dotsPerModule];
      path += `M${barX} ${barY}h${widthDots}v${dotsPerModule}h${-widthDots}z`;
    }
  }
  return `<path d="${path}" shape-rendering="crispEdges"/>`;
}
