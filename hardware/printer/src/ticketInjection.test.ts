import { createEscPosParser } from "@luot/simulators";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeTicket } from "./escpos/encodeTicket.ts";
import { PRINTER_PROFILES } from "./printerProfiles.ts";
import { renderTicket } from "./renderTicket.ts";
import { aTicket } from "./testing/aTicket.ts";

const profile = PRINTER_PROFILES["generic-80"];
const ALLOWED = new Set(["initialise", "raster", "feed", "cut"]);
/** Each draws a ticket, which takes some tens of milliseconds. */
const RUNS = 30;

const hostile = fc.constantFrom(
  "\u001b@\u001dV\u0000",
  "\u001bp\u0000\u0019x",
  "\u0010\u0004\u0001",
  "\u001d(k\u0003\u00001Q0",
  "\u0000",
  "\ud800",
  "\udc00\ud800",
  "\u202e",
  "\uffff",
  "</text><script>",
  "]]>&#x1b;@",
  "Ẵ".normalize("NFD"),
  "a".repeat(400),
);
const text = fc.array(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 12 })), {
  maxLength: 4,
});
const words = text.map((pieces) => pieces.join(""));

describe("the words on a ticket", () => {
  it("never become a command to the printer, whatever they are", () => {
    const ticket = fc.record({
      centreName: words,
      label: words,
      serviceName: words,
      classLine: words,
      notice: words,
      footer: words,
      qr: fc.oneof(fc.constant(""), fc.string({ maxLength: 80 })),
      reprint: fc.record({ title: words, count: fc.nat() }),
    });
    fc.assert(
      fc.property(ticket, (changes) => {
        const bytes = encodeTicket(renderTicket(aTicket(changes), profile), profile);
        const parser = createEscPosParser();
        const kinds = parser.push(bytes).map(({ kind }) => kind);
        expect(parser.pendingBytes).toBe(0);
        expect(kinds.filter((kind) => !ALLOWED.has(kind))).toEqual([]);
        expect(kinds.filter((kind) => kind === "cut").length).toBe(1);
        expect([kinds[0], kinds.at(-1)]).toEqual(["initialise", "cut"]);
      }),
      { numRuns: RUNS },
    );
  });
});
