import { describe, expect, it } from "vitest";
import { paperMmOf } from "./paperMmOf.ts";
import { PRINTER_PROFILES } from "./printerProfiles.ts";

const picture = { widthDots: 576, heightDots: 1015, data: new Uint8Array(0) };

describe("the paper that a ticket takes", () => {
  it("is the picture at the printer's own dots, and the feed to the cut", () => {
    // 1,015 dots are 5 inches at 203 dpi; at 180 dpi the same picture is longer.
    expect(paperMmOf(picture, PRINTER_PROFILES["generic-80"])).toBeCloseTo(127 + 15, 5);
    expect(paperMmOf(picture, PRINTER_PROFILES["epson-tm-t88"])).toBeCloseTo(143.228 + 15, 3);
  });
});
