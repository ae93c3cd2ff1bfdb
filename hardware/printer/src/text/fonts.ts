import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type FontMetrics, readFontMetrics } from "./fontMetrics.ts";

export type FontWeight = "regular" | "bold";

export const FONT_FAMILY = "Be Vietnam Pro";

const require = createRequire(import.meta.url);

/** The bundled font files. No font of the machine is used, so a ticket looks the same anywhere. */
export const FONT_FILES: Readonly<Record<FontWeight, string>> = {
  regular: require.resolve(
    "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  ),
  bold: require.resolve("@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf"),
};

const loaded = new Map<FontWeight, FontMetrics>();

function metricsOf(weight: FontWeight): FontMetrics {
  const known = loaded.get(weight);
  if (known !== undefined) return known;
  const metrics = readFontMetrics(readFileSync(FONT_FILES[weight]));
  loaded.set(weight, metrics);
  return metrics;
}

/** The width of a line of text in dots, kerning left out. The font file is read once. */
export function measureText(text: string, weight: FontWeight, sizePx: number): number {
  const metrics = metricsOf(weight);
  let units = 0;
  for (const character of text) units += metrics.advanceOf(character.codePointAt(0) ?? 0);
  return (units * sizePx) / metrics.unitsPerEm;
}
