import { Buffer } from "node:buffer";
import escpos from "escpos";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import vectors from "../fixtures/escpos-vectors.json" with { type: "json" };
import { PRINTER_PROFILES, type PrinterProfile } from "../printerProfiles.ts";
import type { Raster } from "../Raster.ts";
import { renderTicket } from "../renderTicket.ts";
import { aTicket } from "../testing/aTicket.ts";
import { encodeTicket } from "./encodeTicket.ts";
import { splitRaster } from "./splitRaster.ts";

const generic: PrinterProfile = PRINTER_PROFILES["generic-80"];
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const golden = (id: string): string =>
  vectors.commands.find((command) => command.id === id)?.hex ?? `no vector ${id}`;

/** A raster of 16 dots from rows of two bytes. */
const raster16 = (...rows: readonly (readonly [number, number])[]): Raster => ({
  widthDots: 16,
  heightDots: rows.length,
  data: Uint8Array.from(rows.flat()),
});
const blank = (rows: number): (readonly [number, number])[] =>
  Array.from({ length: rows }, () => [0, 0] as const);

describe("encodeTicket", () => {
  it("gives the golden bytes: initialise, bands, feeds, partial cut", () => {
    const raster = raster16([0x80, 0], [0xff, 0], ...blank(300), [0xaa, 0x01]);
    expect(hex(encodeTicket(raster, generic))).toBe(
      [
        golden("init"),
        "1d7630000100020080ff", // the right byte is blank in both rows
        "1b4aff1b4a2d", // 300 rows
        "1d76300002000100aa01",
        golden("partial-cut-3"),
      ].join(""),
    );
  });

  it("feeds in half dots where the printer counts so", () => {
    const raster = raster16([0x80, 0], ...blank(130), [0x80, 0]);
    const bytes = hex(encodeTicket(raster, PRINTER_PROFILES["epson-tm-t88"]));
    expect(bytes).toContain("1b4afe1b4a06"); // 254 + 6 halves
  });

  it("feeds past the tear bar where no cutter is", () => {
    const bytes = hex(encodeTicket(raster16([0x80, 0]), PRINTER_PROFILES["pos-5890"]));
    expect(bytes).toBe(`1b401d76300001000100801b4a60${golden("partial-cut-3")}`);
  });

  it("makes bands of at most the profile's rows", () => {
    const raster = raster16(...Array.from({ length: 300 }, () => [1, 1] as const));
    const bytes = hex(encodeTicket(raster, { ...generic, bandRows: 256 }));
    expect(bytes.startsWith("1b401d76300002000001")).toBe(true);
    expect(bytes).toContain("1d76300002002c00");
    expect(() => encodeTicket(raster, { ...generic, bandRows: 257 })).toThrow(/256/);
  });

  it("refuses a raster that is wider than the paper", () => {
    const wide = renderTicket(aTicket({}), generic);
    expect(() => encodeTicket(wide, PRINTER_PROFILES["pos-5890"])).toThrow(/wider/);
  });

  it("sends a usual ticket in two thirds of its bare size", () => {
    const raster = renderTicket(aTicket({}), generic);
    const bytes = encodeTicket(raster, generic);
    expect(bytes.length).toBeLessThan((raster.data.length * 2) / 3);
  });

  it.each(vectors.neverSend)("never sends what $from sends", (wrong) => {
    // One black dot: what is left are the commands themselves.
    const raster = raster16(...blank(20), [0x80, 0], ...blank(20));
    for (const profile of Object.values(PRINTER_PROFILES))
      expect(hex(encodeTicket(raster, profile))).not.toContain(wrong.hex ?? wrong.startsWith);
  });

  it("is not changed by a later job", () => {
    const first = encodeTicket(raster16([0x80, 0]), generic);
    const before = hex(first);
    encodeTicket(raster16([0x7f, 0x7f]), generic);
    expect(hex(first)).toBe(before);
  });
});

const dot = raster16([0x80, 0]);
const plain = hex(encodeTicket(dot, generic));
const beep = (times: number, ms: number): string =>
  hex(encodeTicket(dot, generic, { beep: { times, ms } })).slice(plain.length);

describe("what a printer does besides", () => {
  it("beeps and opens the drawer by the golden bytes, behind the cut", () => {
    const extras = { beep: { times: 3, ms: 100 }, opensDrawer: true };
    const bytes = hex(encodeTicket(dot, generic, extras));
    expect(bytes).toBe(plain + golden("beep-3x100ms") + golden("drawer-pin-2"));
    const pin5 = encodeTicket(dot, { ...generic, drawerPin: 5 }, { opensDrawer: true });
    expect(hex(pin5)).toBe(`${plain}1b70011978`);
  });

  it("is left out where the model has no such thing", () => {
    const extras = { beep: { times: 3, ms: 100 }, opensDrawer: true };
    const bare: PrinterProfile = { ...generic, beeper: "none", drawerPin: null };
    expect(hex(encodeTicket(dot, bare, extras))).toBe(plain);
  });

  it("beeps for a tenth of a second at least and nine at most, and never for ever", () => {
    expect([beep(1, 1), beep(9, 5_000)]).toEqual(["1b420101", "1b420909"]);
    expect(() => beep(0, 100)).toThrow(/nine/);
  });
});

describe("the encoder", () => {
  it("still makes the one command we take from it", () => {
    const encoder = new escpos.Printer({});
    encoder.hardware("init");
    expect(hex(encoder.buffer.flush())).toBe(golden("init"));
  });
});

describe("splitRaster", () => {
  it("gives parts that are the picture again when put together", () => {
    const row = fc.tuple(fc.constantFrom(0, 0, 1, 128, 255), fc.constantFrom(0, 0, 0, 1, 128));
    const rows = fc.array(
      fc
        .tuple(row, fc.integer({ min: 1, max: 20 }))
        .map(([bytes, times]) => Array.from({ length: times }, () => bytes)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 256 }), (groups, bandRows) => {
        const raster = raster16(...groups.flat());
        const parts = splitRaster(raster, bandRows);
        const bytes = parts.flatMap((part) => {
          if (part.kind === "blank") return blank(part.rows).flat();
          expect(part.rows).toBeLessThanOrEqual(bandRows);
          return Array.from({ length: part.rows * 2 }, (_, i) => {
            const column = i % 2;
            return column < part.widthBytes ? part.data[(i >> 1) * part.widthBytes + column] : 0;
          });
        });
        expect(bytes).toEqual([...raster.data]);
      }),
    );
  });
});
