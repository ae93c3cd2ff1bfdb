import { describe, expect, it } from "vitest";
import { readOggOpus } from "./oggOpus.ts";

/** One Ogg page with one body of less than 255 bytes. */
function page(flags: number, position: number, body: readonly number[]): number[] {
  const positionBytes = Array.from({ length: 8 }, (_, i) => Math.floor(position / 256 ** i) % 256);
  const rest = Array.from({ length: 12 }, () => 0);
  return [...text("OggS"), 0, flags, ...positionBytes, ...rest, 1, body.length, ...body];
}

const text = (of: string): number[] => Array.from(of, (mark) => mark.charCodeAt(0));
/** OpusHead: version 1, one channel, 312 samples skipped, 24 kHz. */
const HEAD = [...text("OpusHead"), 1, 1, 312 % 256, 1, 0xc0, 0x5d, 0, 0, 0, 0, 0];

/** A stream of 480 ms. */
const stream = (lastFlags: number): Uint8Array =>
  Uint8Array.from([
    ...page(2, 0, HEAD),
    ...page(0, 0, text("OpusTags")),
    ...page(lastFlags, 480 * 48 + 312, [1, 2, 3]),
  ]);

describe("readOggOpus", () => {
  it("reads channels and length from the page headers", () => {
    expect(readOggOpus(stream(4))).toEqual({ channels: 1, ms: 480, pageCount: 3 });
  });

  it("refuses a stream without its last page", () => {
    expect(() => readOggOpus(stream(0))).toThrow("cut off");
    expect(() => readOggOpus(stream(4).subarray(0, -1))).toThrow("cut off");
  });

  it("refuses bytes after the last page and bytes that are no pages", () => {
    expect(() =>
      readOggOpus(Uint8Array.from([...stream(4), ...text("rubbish-and-more-than-27-bytes")])),
    ).toThrow("no Ogg page");
  });

  it("refuses another codec", () => {
    const flac = Uint8Array.from([
      ...page(2, 0, text("fLaC0000")),
      ...page(0, 0, text("OpusTags")),
      ...page(4, 0, [1]),
    ]);
    expect(() => readOggOpus(flac)).toThrow("not an Opus stream");
  });
});
