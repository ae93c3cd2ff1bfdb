import { useEffect, useState } from "react";
import type { WidthOf } from "./layout/wrap.ts";

const FONT = '"Noto Sans Variable"';
const WEIGHTS = { regular: 400, bold: 700 } as const;
/** Letters of all the files the font comes in. */
const SAMPLE = "Aạ ầ ữ 0đ";
const MEASURED_PX = 100;

/** Measures texts in the screens' own font; `null` until it is loaded. */
export function useWidthOf(): WidthOf | null {
  const [widthOf, setWidthOf] = useState<WidthOf | null>(null);
  useEffect(() => {
    let isGone = false;
    void loadFont().then(() => !isGone && setWidthOf(() => createWidthOf()));
    return () => {
      isGone = true;
    };
  }, []);
  return widthOf;
}

async function loadFont(): Promise<void> {
  const loads = Object.values(WEIGHTS).map((weight) =>
    document.fonts.load(`${weight} ${MEASURED_PX}px ${FONT}`, SAMPLE),
  );
  // Where a font does not come, the screen shows another one, and that one is measured.
  await Promise.allSettled(loads);
}

/** Measures texts by a canvas, each once. */
function createWidthOf(): WidthOf {
  const canvas = document.createElement("canvas").getContext("2d");
  if (canvas === null) throw new Error("there is no canvas to measure text on");
  const known = new Map<string, number>();
  return (text, isBold) => {
    const weight = isBold ? WEIGHTS.bold : WEIGHTS.regular;
    const key = `${weight}${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    canvas.font = `${weight} ${MEASURED_PX}px ${FONT}, "Noto Sans", system-ui, sans-serif`;
    const width = canvas.measureText(text).width / MEASURED_PX;
    known.set(key, width);
    return width;
  };
}
