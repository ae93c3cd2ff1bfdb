import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";
import type { Raster } from "./Raster.ts";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Writes a raster as PNG: greyscale, 1 bit a dot (PNG specification, ISO/IEC 15948). */
export function rasterToPng(raster: Raster): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(raster.widthDots, 0);
  header.writeUInt32BE(raster.heightDots, 4);
  header[8] = 1; // bits a dot; colour type 0 is greyscale, where 0 is black
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(scanlines(raster))),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Uint8Array.from(Buffer.concat([SIGNATURE, ...chunks]));
}

/** Each row after a byte that says "no filter", with black and white exchanged. */
function scanlines(raster: Raster): Uint8Array {
  const stride = raster.widthDots / 8;
  const lines = new Uint8Array((stride + 1) * raster.heightDots);
  for (let row = 0; row < raster.heightDots; row++) {
    const inverted = raster.data
      .subarray(row * stride, (row + 1) * stride)
      .map((byte) => byte ^ 0xff);
    lines.set(inverted, row * (stride + 1) + 1);
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
