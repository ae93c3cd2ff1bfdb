import { silentLogger } from "@luot/kit";
import {
  createTcpTransport,
  encodeTicket,
  EscPosPrinter,
  PRINTER_PROFILES,
  type PrinterProfile,
  type PrintJob,
  type Raster,
  renderTicket,
} from "@luot/printer";
import jsQR from "jsqr";
import { afterEach, describe, expect, it } from "vitest";
import { createVirtualPrinter, type VirtualPrinter } from "./createVirtualPrinter.ts";

const QR = "http://192.0.2.10:7410/phone/t/7K3QX2M9PA4D6TZN";
const ticket = (label: string): Parameters<typeof renderTicket>[0] => ({
  centreName: "Trung tâm Phục vụ hành chính công phường Hà Giang 1",
  label,
  serviceName: "Chứng thực bản sao từ bản chính",
  classLine: "Ưu tiên: Người cao tuổi",
  aheadLine: "Trước bạn có 4 người",
  estimateLine: "Dự kiến chờ 15–20 phút",
  printedAtLine: "In lúc 08:05, 24/11/2026",
  notice: "Số chỉ có giá trị trong ngày",
  footer: "Cảm ơn Quý khách!",
  qr: QR,
  captions: { title: "SỐ THỨ TỰ" },
});
const clone: PrinterProfile = PRINTER_PROFILES["generic-80"];
const draw = (label: string, profile: PrinterProfile): Raster =>
  renderTicket(ticket(label), profile);

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function aVirtualPrinter(profile: PrinterProfile): Promise<VirtualPrinter> {
  const { widthDots, feedUnitsPerDot } = profile;
  const address = { port: 0, host: "127.0.0.1" };
  const virtual = await createVirtualPrinter({ ...address, widthDots, feedUnitsPerDot });
  closers.push(() => virtual.close());
  return virtual;
}

function aDriver(
  port: number,
  profile: PrinterProfile,
  completionTimeoutMs: number,
): EscPosPrinter {
  const timeouts = { connectTimeoutMs: 3000, stallTimeoutMs: 10_000, idleCloseMs: 10_000 };
  const transport = createTcpTransport({ host: "127.0.0.1", port, ...timeouts });
  // No cable here is slow: a test that waits for nothing need not wait for one.
  const options = {
    profile: { ...profile, slowestMsPerByte: 0 },
    statusTimeoutMs: 1000,
    completionTimeoutMs,
    log: silentLogger,
  };
  const driver = new EscPosPrinter(transport, options);
  closers.push(() => driver.close());
  return driver;
}
/** Long enough for a healthy printer on a busy machine. */
const PATIENT_MS = 10_000;
/** For tests in which no answer will come. */
const SHORT_MS = 1000;

const job = (label: string, profile: PrinterProfile): PrintJob => ({
  id: label,
  bytes: encodeTicket(draw(label, profile), profile),
  beforeFirstByte: () => undefined,
});

describe.each(Object.values(PRINTER_PROFILES))("a ticket on $name", (profile: PrinterProfile) => {
  it("comes out dot by dot as it was drawn, and its code can be read", async () => {
    const virtual = await aVirtualPrinter(profile);
    const driver = aDriver(virtual.port, profile, PATIENT_MS);
    expect(await driver.print(job("A017", profile))).toBe("confirmed");
    virtual.assertClean();
    expect(virtual.papers.length).toBe(1);
    const printed = virtual.papers[0]?.raster ?? draw("none", profile);
    const drawn = draw("A017", profile);
    expect(printed.widthDots).toBe(drawn.widthDots);
    expect(printed.data.subarray(0, drawn.data.length)).toEqual(drawn.data);
    // Past the picture there is only what a tear bar needs.
    expect(printed.data.subarray(drawn.data.length).some((byte) => byte !== 0)).toBe(false);
    expect(printed.heightDots - drawn.heightDots).toBe(profile.cut === "tear-bar" ? 96 : 0);
    expect(readQr(printed)).toBe(QR);
  });
});

describe("the driver on a network printer", () => {
  it("sends nothing while paper is out, and prints exactly once after reloading", async () => {
    const virtual = await aVirtualPrinter(clone);
    const driver = aDriver(virtual.port, clone, PATIENT_MS);
    virtual.setCondition({ paper: "out" });
    expect(await driver.print(job("A017", clone))).toBe("not_sent");
    expect(await driver.status()).toBe("paper_out");
    virtual.setCondition({ paper: "ok" });
    expect(virtual.papers.length + virtual.uncutRows).toBe(0);
    expect(await driver.print(job("A017", clone))).toBe("confirmed");
    expect(virtual.papers.length).toBe(1);
  });

  it("calls a ticket unknown that paper ran out under; it prints exactly once after reloading", async () => {
    const virtual = await aVirtualPrinter(clone);
    const driver = aDriver(virtual.port, clone, SHORT_MS);
    virtual.setCondition({ paperRowsLeft: 200 });
    expect(await driver.print(job("A017", clone))).toBe("unknown");
    expect(await driver.print(job("A018", clone))).toBe("not_sent");
    expect([virtual.papers.length, virtual.uncutRows]).toEqual([0, 200]);
    virtual.setCondition({ paper: "ok" });
    expect(virtual.papers.map(({ raster }) => raster)).toEqual([draw("A017", clone)]);
    expect(await driver.print(job("A018", clone))).toBe("confirmed");
    expect(virtual.papers.length).toBe(2);
    virtual.assertClean();
  });

  it("calls a ticket unknown whose cable was cut in the middle, and prints the next", async () => {
    const virtual = await aVirtualPrinter(clone);
    const driver = aDriver(virtual.port, clone, SHORT_MS);
    virtual.setCondition({ dropAfterBytes: 20_000 });
    expect(await driver.print(job("A017", clone))).toBe("unknown");
    const half = virtual.uncutRows;
    expect(half).toBeGreaterThan(0);
    expect(await driver.print(job("A018", clone))).toBe("confirmed");
    // One paper: the half ticket hangs on the next, and nothing came twice.
    expect(virtual.papers.map(({ raster }) => raster.heightDots - half)).toEqual([
      draw("A018", clone).heightDots,
    ]);
  });

  it("sends nothing to a printer that does not answer", async () => {
    const virtual = await aVirtualPrinter(clone);
    const driver = aDriver(virtual.port, clone, SHORT_MS);
    virtual.setCondition({ isSilent: true });
    expect(await driver.print(job("A017", clone))).toBe("not_sent");
    expect(await driver.status()).toBe("unknown");
    virtual.setCondition({ isSilent: false });
    expect(virtual.papers.length + virtual.uncutRows).toBe(0);
    expect(await driver.print(job("A017", clone))).toBe("confirmed");
  });

  it("calls a ticket unknown when the printer falls silent, and sends it no second time", async () => {
    const virtual = await aVirtualPrinter(clone);
    const driver = aDriver(virtual.port, clone, SHORT_MS);
    virtual.onPaper(() => virtual.setCondition({ isSilent: true }));
    expect(await driver.print(job("A017", clone))).toBe("unknown");
    expect(virtual.papers.length).toBe(1);
  });

  it("prints jobs that are asked for at once one after the other", async () => {
    const virtual = await aVirtualPrinter(clone);
    const driver = aDriver(virtual.port, clone, PATIENT_MS);
    const jobs = ["A017", "A018", "A019"].map((label) => driver.print(job(label, clone)));
    expect(await Promise.all(jobs)).toEqual(["confirmed", "confirmed", "confirmed"]);
    const printed = virtual.papers.map(({ raster }) => raster);
    expect(printed).toEqual(["A017", "A018", "A019"].map((label) => draw(label, clone)));
  });

  it("reports an open cover, low paper and a jammed cutter", async () => {
    const virtual = await aVirtualPrinter(clone);
    const driver = aDriver(virtual.port, clone, PATIENT_MS);
    const told: string[] = [];
    driver.onState((state) => told.push(state));
    for (const change of [{ cover: "open" }, { cover: "closed", paper: "near" }] as const) {
      virtual.setCondition(change);
      await driver.status();
    }
    expect(await driver.print(job("A017", clone))).toBe("confirmed"); // low paper still prints
    virtual.setCondition({ cutter: "error" });
    await driver.status();
    expect(told).toEqual(["cover_open", "paper_low", "offline"]);
  });

  it("finds a printer that was switched off when it is back on the same port", async () => {
    const first = await aVirtualPrinter(clone);
    const driver = aDriver(first.port, clone, PATIENT_MS);
    expect(await driver.print(job("A017", clone))).toBe("confirmed");
    await first.close();
    expect(await driver.print(job("A018", clone))).toBe("not_sent");
    expect(await driver.status()).toBe("offline");
    const second = await createVirtualPrinter({ port: first.port, host: "127.0.0.1" });
    closers.push(() => second.close());
    expect(await driver.print(job("A018", clone))).toBe("confirmed");
    expect(second.papers.length).toBe(1);
  });
});

describe("the virtual printer on the network", () => {
  it("fails a test that sent it anything but clean ESC/POS", async () => {
    const virtual = await aVirtualPrinter(clone);
    virtual.assertClean();
    const driver = aDriver(virtual.port, clone, PATIENT_MS);
    expect(
      await driver.print({ ...job("A017", clone), bytes: new TextEncoder().encode("Xin chào") }),
    ).toBe("confirmed");
    expect(() => virtual.assertClean()).toThrow(/text on the paper/);
  });
});

function readQr({ widthDots, heightDots, data }: Raster): string | undefined {
  const rgba = new Uint8ClampedArray(widthDots * heightDots * 4).fill(255);
  for (let dot = 0; dot < widthDots * heightDots; dot++) {
    const isBlack = (((data[dot >> 3] ?? 0) << (dot & 7)) & 0x80) !== 0;
    if (isBlack) rgba.fill(0, dot * 4, dot * 4 + 3);
  }
  return jsQR(rgba, widthDots, heightDots)?.data;
}
