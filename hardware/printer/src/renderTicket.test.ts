import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { layoutTicket } from "./layout/layoutTicket.ts";
import { DEFAULT_TEMPLATE } from "./layout/TicketTemplate.ts";
import { PRINTER_PROFILES } from "./printerProfiles.ts";
import type { Raster } from "./Raster.ts";
import { drawTicket, renderTicket } from "./renderTicket.ts";
import { aTicket } from "./testing/aTicket.ts";
import { LONGEST_NAMES } from "./testing/longestNames.ts";
import type { TicketDocument } from "./TicketDocument.ts";

const PAPERS = [
  PRINTER_PROFILES["generic-80"],
  PRINTER_PROFILES["epson-tm-t88"],
  PRINTER_PROFILES["pos-5890"],
];
const isBlack = (raster: Raster, x: number, y: number): boolean =>
  (((raster.data[y * (raster.widthDots / 8) + (x >> 3)] ?? 0) << (x & 7)) & 0x80) !== 0;

const columnHasInk = (raster: Raster, x: number): boolean =>
  Array.from({ length: raster.heightDots }, (_, y) => isBlack(raster, x, y)).includes(true);

function readQr(raster: Raster): string | undefined {
  const { widthDots, heightDots } = raster;
  const rgba = new Uint8ClampedArray(widthDots * heightDots * 4).fill(255);
  for (let y = 0; y < heightDots; y++)
    for (let x = 0; x < widthDots; x++)
      if (isBlack(raster, x, y)) rgba.fill(0, (y * widthDots + x) * 4, (y * widthDots + x) * 4 + 3);
  return jsQR(rgba, widthDots, heightDots)?.data;
}

/** The words on a ticket, in order. */
function wordsOn(ticket: TicketDocument, widthDots: number): string {
  const { items } = layoutTicket(ticket, widthDots, DEFAULT_TEMPLATE);
  return items.flatMap((item) => (item.kind === "text" ? [item.text] : [])).join(" ");
}

describe.each(PAPERS)("a ticket on $widthDots dots", (profile) => {
  const margin = profile.widthDots >= 480 ? 16 : 8;

  it("is as wide as the paper and whole rows high", () => {
    const raster = renderTicket(aTicket({}), profile);
    expect(raster.widthDots).toBe(profile.widthDots);
    expect(raster.data.length).toBe((raster.widthDots / 8) * raster.heightDots);
    expect(raster.heightDots).toBeGreaterThan(600);
  });

  it("shows the longest names whole and never reaches the edge of the paper", () => {
    const ticket = aTicket({ ...LONGEST_NAMES, reprint: { title: "BẢN IN LẠI", count: 12 } });
    const words = wordsOn(ticket, profile.widthDots);
    for (const name of Object.values(LONGEST_NAMES)) expect(words).toContain(name);
    const raster = renderTicket(ticket, profile);
    for (let x = 0; x < margin - 2; x++) {
      expect(columnHasInk(raster, x), `column ${x}`).toBe(false);
      expect(columnHasInk(raster, raster.widthDots - 1 - x), `column -${x}`).toBe(false);
    }
  });

  it("keeps a text without a single space on the paper", () => {
    const ticket = aTicket({ serviceName: "Ẵ".repeat(90), counters: "W".repeat(60) });
    const raster = renderTicket(ticket, profile);
    expect(columnHasInk(raster, margin - 3)).toBe(false);
    expect(columnHasInk(raster, raster.widthDots - margin + 2)).toBe(false);
  });

  it("carries a code that reads as its text", () => {
    const ticket = aTicket({});
    expect(readQr(renderTicket(ticket, profile))).toBe(ticket.qr);
  });

  it("shrinks the modules of a long code until it fits", () => {
    const qr = `http://192.0.2.10:7410/phone/t/${"7K3QX2M9".repeat(20)}`;
    expect(readQr(renderTicket(aTicket({ qr }), profile))).toBe(qr);
  });
});

describe("drawTicket", () => {
  it("draws dot by dot what renderTicket draws, and refuses what it refuses", async () => {
    const narrow = PRINTER_PROFILES["pos-5890"];
    const drawn = await drawTicket(aTicket({}), narrow, DEFAULT_TEMPLATE);
    expect(drawn).toEqual(renderTicket(aTicket({}), narrow));
    const unreadable = aTicket({ qr: "x".repeat(1500) });
    await expect(drawTicket(unreadable, narrow, DEFAULT_TEMPLATE)).rejects.toThrow(/too long/);
  });
});

describe("renderTicket", () => {
  const profile = PRINTER_PROFILES["generic-80"];

  it("draws the same letters whether they arrive composed or not", () => {
    const composed = aTicket({ serviceName: "Đăng ký khai sinh có yếu tố nước ngoài" });
    const parts = { ...composed, serviceName: composed.serviceName.normalize("NFD") };
    expect(renderTicket(parts, profile)).toEqual(renderTicket(composed, profile));
  });

  it("draws markup as text", () => {
    const words = wordsOn(aTicket({ serviceName: `<b>&amp;</b> "x" 'y'` }), 576);
    expect(words).toContain(`<b>&amp;</b> "x" 'y'`);
    const drawn = renderTicket(aTicket({ serviceName: "</text></svg><rect/>" }), profile);
    expect(drawn.heightDots).toBeGreaterThan(600);
  });

  it("takes no paper for what is absent", () => {
    const { agencyName: _, classLine: __, counters: ___, ...rest } = aTicket({});
    const short = renderTicket({ ...rest, qr: "" }, profile);
    expect(short.heightDots).toBeLessThan(renderTicket(aTicket({}), profile).heightDots - 300);
  });

  it("says on a second paper that it is one, in white on a black bar", () => {
    const reprint = { title: "BẢN IN LẠI", count: 2 };
    expect(wordsOn(aTicket({ reprint }), 576)).toContain("BẢN IN LẠI (2)");
    const { items } = layoutTicket(aTicket({ reprint }), 576, DEFAULT_TEMPLATE);
    const bar = items.findIndex((item) => item.kind === "box" && item.heightDots > 40);
    expect(items[bar + 1]).toMatchObject({ kind: "text", ink: "white" });
  });

  it("gives the number most of the ticket's width", () => {
    const { items } = layoutTicket(aTicket({}), 576, DEFAULT_TEMPLATE);
    const number = items.find((item) => item.kind === "text" && item.text === "A017");
    expect(number).toMatchObject({ sizePx: 156 });
  });

  it("refuses a code that no phone could read from the paper", () => {
    const ticket = aTicket({ qr: "x".repeat(1500) });
    expect(() => renderTicket(ticket, PRINTER_PROFILES["pos-5890"])).toThrow(/too long/);
  });
});
