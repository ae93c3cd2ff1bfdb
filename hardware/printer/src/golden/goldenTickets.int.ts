import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { silentLogger } from "@luot/kit";
import { createVirtualPrinter, rasterToPng } from "@luot/simulators";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, describe, expect, it } from "vitest";
import { EscPosPrinter } from "../EscPosPrinter.ts";
import { encodeTicket } from "../escpos/encodeTicket.ts";
import { DEFAULT_TEMPLATE, type TicketTemplate } from "../layout/TicketTemplate.ts";
import { PRINTER_PROFILES, type PrinterProfile } from "../printerProfiles.ts";
import { renderTicket } from "../renderTicket.ts";
import { aTicket } from "../testing/aTicket.ts";
import { LONGEST_NAMES } from "../testing/longestNames.ts";
import type { TicketDocument } from "../TicketDocument.ts";
import { createTcpTransport } from "../transports/createTcpTransport.ts";

/** Set to draw the pictures anew; look at each of them before it is committed. */
const WRITES_GOLDEN = process.env["LUOT_GOLDEN"] === "write";
const ZBARIMG = "zbarimg";
const hasZbar = spawnSync(ZBARIMG, ["--version"]).error === undefined;
if (!hasZbar)
  process.stderr.write("NOT RUN: QR codes read by zbarimg: it is missing (Debian: zbar-tools)\n");

const folder = mkdtempSync(join(tmpdir(), "luot-golden-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MARKS = aTicket({
  serviceName: "Nguyễn Thị Hằng – Cấp đổi giấy phép lái xe quốc tế, Ẵ Ẫ Ễ Ộ ỹ ỵ",
});
const LONGEST = aTicket({ ...LONGEST_NAMES, reprint: { title: "BẢN IN LẠI", count: 12 } });
const OWN_TEMPLATE: TicketTemplate = {
  parts: [
    { kind: "label", size: "huge", frame: "bar" },
    { kind: "counters", size: "huge" },
    { kind: "service", size: "small", weight: "regular" },
    { kind: "gap" },
    { kind: "qr", size: "large" },
    { kind: "rule", line: "solid" },
    { kind: "text", vi: "Tầng 2, cầu thang bên phải", en: "Second floor", frame: "frame" },
    { kind: "text", vi: "Góp ý: đường dây nóng 1022", size: "large", weight: "bold" },
    { kind: "time" },
  ],
};

const wide80 = PRINTER_PROFILES["generic-80"];
const epson512 = PRINTER_PROFILES["epson-tm-t88"];
const clone58 = PRINTER_PROFILES["pos-5890"];
const CASES: readonly (readonly [string, TicketDocument, PrinterProfile, TicketTemplate])[] = [
  ["marks-576", MARKS, wide80, DEFAULT_TEMPLATE],
  ["marks-512", MARKS, epson512, DEFAULT_TEMPLATE],
  ["marks-384", MARKS, clone58, DEFAULT_TEMPLATE],
  ["longest-reprint-576", LONGEST, wide80, DEFAULT_TEMPLATE],
  ["longest-reprint-512", LONGEST, epson512, DEFAULT_TEMPLATE],
  ["longest-reprint-384", LONGEST, clone58, DEFAULT_TEMPLATE],
  ["own-template-576", MARKS, wide80, OWN_TEMPLATE],
  ["own-template-384", MARKS, clone58, OWN_TEMPLATE],
];

/** Draws, encodes and prints a ticket, and looks at what came out. */
async function print(
  ticket: TicketDocument,
  profile: PrinterProfile,
  template: TicketTemplate,
): Promise<Uint8Array> {
  const { widthDots, feedUnitsPerDot } = profile;
  const address = { port: 0, host: "127.0.0.1" };
  const virtual = await createVirtualPrinter({ ...address, widthDots, feedUnitsPerDot });
  const transport = createTcpTransport({
    host: "127.0.0.1",
    port: virtual.port,
    connectTimeoutMs: 3_000,
    stallTimeoutMs: 10_000,
    idleCloseMs: 10_000,
  });
  const timeouts = { statusTimeoutMs: 10_000, completionTimeoutMs: 10_000 };
  const printer = new EscPosPrinter(transport, { profile, ...timeouts, log: silentLogger });
  try {
    const bytes = encodeTicket(renderTicket(ticket, profile, template), profile);
    const outcome = await printer.print({ id: "A017", bytes, beforeFirstByte: () => undefined });
    expect(outcome).toBe("confirmed");
    virtual.assertClean();
    const [paper, ...more] = virtual.papers;
    if (paper === undefined || more.length > 0) throw new Error("one ticket is one paper");
    return rasterToPng(paper.raster);
  } finally {
    await printer.close();
    await virtual.close();
  }
}

function differentPixels(printed: PNG, golden: PNG): number {
  expect([printed.width, printed.height]).toEqual([golden.width, golden.height]);
  let count = 0;
  for (let at = 0; at < golden.data.length; at += 4)
    if (printed.data[at] !== golden.data[at]) count++;
  return count;
}

describe.each(CASES)("the ticket %s", (name, ticket, profile, template) => {
  const golden = fileURLToPath(new URL(`${name}.png`, import.meta.url));
  const printedFile = join(folder, `${name}.png`);

  it("comes out of the printer as its golden picture, pixel by pixel", async () => {
    const png = await print(ticket, profile, template);
    writeFileSync(printedFile, png);
    if (WRITES_GOLDEN) writeFileSync(golden, png);
    const printed = PNG.sync.read(Buffer.from(png));
    expect(differentPixels(printed, PNG.sync.read(readFileSync(golden)))).toBe(0);
    const pixels = new Uint8ClampedArray(printed.data);
    expect(jsQR(pixels, printed.width, printed.height)?.data).toBe(ticket.qr);
  });

  it.runIf(hasZbar)("has a code that another reader reads as well", () => {
    const file = existsSync(printedFile) ? printedFile : golden;
    const read = spawnSync(ZBARIMG, ["--quiet", "--raw", file], { encoding: "utf8" });
    expect(read.stdout.trim()).toBe(ticket.qr);
  });
});
