import { Buffer } from "node:buffer";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { rasterToPng } from "./rasterToPng.ts";

/** What we use of pngjs, which has no types of its own. */
interface PngReader {
  readonly PNG: {
    readonly sync: { read(png: Buffer): { width: number; height: number; data: Uint8Array } };
  };
}
const require = createRequire(import.meta.url);
const { PNG }: PngReader = require("pngjs");

it("writes a picture that another reader sees dot by dot", () => {
  const raster = { widthDots: 16, heightDots: 2, data: Uint8Array.of(0x80, 0x01, 0x0f, 0xf0) };
  const png = PNG.sync.read(Buffer.from(rasterToPng(raster)));
  const dots = Array.from({ length: 32 }, (_, i) => (png.data[i * 4] === 0 ? "#" : "."));
  expect([png.width, png.height]).toEqual([16, 2]);
  expect(dots.slice(0, 16).join("")).toBe("#..............#");
  expect(dots.slice(16).join("")).toBe("....########....");
});
