import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { ROOT } from "../lib/paths.mjs";

const SIDE_PX = 512;

/** Draws the apps' icon as the systems want it: a PNG of 512 by 512. @returns its path */
export function drawIcon(file: string): string {
  const svg = readFileSync(join(ROOT, "apps", "kiosk", "icon.svg"), "utf8");
  const drawing = new Resvg(svg, { fitTo: { mode: "width", value: SIDE_PX } });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, drawing.render().asPng());
  return file;
}
