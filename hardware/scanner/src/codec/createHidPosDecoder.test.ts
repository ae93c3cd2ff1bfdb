import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixture from "../fixtures/hid-vectors.json" with { type: "json" };
import { encodeHidPosReports } from "../testing/encodeHidPosReports.ts";
import { hexReport } from "../testing/hexReport.ts";
import { createHidPosDecoder, type HidPosDecoder } from "./createHidPosDecoder.ts";

interface Vector {
  readonly id: string;
  readonly name: string;
  readonly reports: readonly string[];
  readonly expect: readonly { readonly aim: string; readonly text: string }[];
  readonly why?: string;
}
const vectors: readonly Vector[] = fixture.vectors;

/** Pushes reports a millisecond apart from `fromMs` on. */
const pushAll = (decoder: HidPosDecoder, reports: readonly Uint8Array[], fromMs: number) =>
  reports.flatMap((report, i) => decoder.push(report, fromMs + i));

const A_SHORT_SCAN = encodeHidPosReports("A012", "]C0");

describe("the vectors of HID POS reports", () => {
  it.each(vectors)("$id: $name", ({ reports, expect: expected, why }) => {
    const decoder = createHidPosDecoder();
    expect(pushAll(decoder, reports.map(hexReport), 0)).toEqual(expected);
    decoder.expire(10_000);
    const { ignored, rejected, incomplete } = decoder.counts;
    const counted = Object.entries({ ignored, rejected, incomplete }).filter(([, n]) => n > 0);
    expect(counted.map(([reason]) => reason)).toEqual(why === undefined ? [] : [why]);
  });

  it("are eleven", () => expect(vectors).toHaveLength(11));
});

describe("a HID POS decoder", () => {
  it("drops a chain that is silent for 1 s and reads the next scan clean", () => {
    const decoder = createHidPosDecoder();
    const [begun] = encodeHidPosReports("x".repeat(60), "]C0");
    if (begun === undefined) throw new Error("no report");
    decoder.push(begun, 0);
    expect(pushAll(decoder, A_SHORT_SCAN, 1000)).toEqual([{ aim: "]C0", text: "A012" }]);
    expect(decoder.counts.incomplete).toBe(1);
  });

  it("still joins a part that comes just within the second", () => {
    const decoder = createHidPosDecoder();
    const [first, second] = encodeHidPosReports("x".repeat(60), "]C0");
    if (first === undefined || second === undefined) throw new Error("no reports");
    decoder.push(first, 0);
    expect(decoder.push(second, 999)).toEqual([{ aim: "]C0", text: "x".repeat(60) }]);
  });

  it("begins anew when another AIM id comes in the middle of a chain", () => {
    const decoder = createHidPosDecoder();
    const [begun] = encodeHidPosReports("x".repeat(60), "]Q1");
    if (begun === undefined) throw new Error("no report");
    decoder.push(begun, 0);
    expect(pushAll(decoder, A_SHORT_SCAN, 1)).toEqual([{ aim: "]C0", text: "A012" }]);
    expect(decoder.counts.incomplete).toBe(1);
  });

  it("gives no half code when a part of a chain is spoiled", () => {
    const decoder = createHidPosDecoder();
    const [first, , third] = encodeHidPosReports("x".repeat(120), "]Q1");
    if (first === undefined || third === undefined) throw new Error("no reports");
    const spoiled = Uint8Array.from(third).fill(0xff, 1, 2);
    expect(pushAll(decoder, [first, spoiled, third], 0)).toEqual([]);
    expect(decoder.counts).toEqual({ ignored: 0, rejected: 1, incomplete: 1 });
    expect(pushAll(decoder, A_SHORT_SCAN, 10)).toHaveLength(1);
  });

  it("takes the AIM id one byte later, with the data behind it", () => {
    const report = new Uint8Array(64);
    report.set([2, 4, 0, ...new TextEncoder().encode("]C0A012")]);
    expect(createHidPosDecoder().push(report, 0)).toEqual([{ aim: "]C0", text: "A012" }]);
  });

  it.each([0, 1, 63, 65, 128])("rejects a report of %i bytes", (length) => {
    const [whole] = A_SHORT_SCAN;
    const report = new Uint8Array(length);
    report.set((whole ?? report).subarray(0, length));
    const decoder = createHidPosDecoder();
    expect(decoder.push(report, 0)).toEqual([]);
    expect(decoder.counts).toEqual({ ignored: 0, rejected: 1, incomplete: 0 });
  });

  it("leaves a byte order mark in the text, as it was scanned", () => {
    const reports = encodeHidPosReports("\uFEFFA012", "]Q1");
    expect(pushAll(createHidPosDecoder(), reports, 0)).toEqual([
      { aim: "]Q1", text: "\uFEFFA012" },
    ]);
  });

  it("drops a menu answer, ]Z6", () => {
    const decoder = createHidPosDecoder();
    expect(pushAll(decoder, encodeHidPosReports("REVINF.", "]Z6"), 0)).toEqual([]);
    expect(decoder.counts.ignored).toBe(1);
  });

  it("rejects a scan that is not UTF-8, and replaces nothing", () => {
    const report = new Uint8Array(64);
    report.set([2, 2, ...new TextEncoder().encode("]Q1"), 0xc3, 0x28]);
    const decoder = createHidPosDecoder();
    expect(decoder.push(report, 0)).toEqual([]);
    expect(decoder.counts.rejected).toBe(1);
  });

  it("reads the AIM id of a Microscan out of the data, and not past its length", () => {
    const decoder = createHidPosDecoder("microscan");
    const long = "Z".repeat(59);
    expect(pushAll(decoder, encodeHidPosReports(long, "]C0", "microscan"), 0)).toEqual([
      { aim: "]C0", text: long },
    ]);
    expect(pushAll(decoder, A_SHORT_SCAN, 1)).toEqual([]);
    const tooLong = Uint8Array.from([
      1,
      63,
      ...new TextEncoder().encode("]C0"),
      ...new Uint8Array(59),
    ]);
    expect(decoder.push(tooLong, 2)).toEqual([]);
    expect(decoder.counts.rejected).toBe(2);
  });

  it("keeps at most 4,096 bytes of a chain that never ends", () => {
    const decoder = createHidPosDecoder();
    const [part] = encodeHidPosReports("x".repeat(60), "]Q1");
    if (part === undefined) throw new Error("no report");
    let mostBytes = 0;
    for (let i = 0; i < 10_000; i++) {
      decoder.push(part, i / 100);
      mostBytes = Math.max(mostBytes, decoder.pendingBytes);
    }
    expect(mostBytes).toBe(4088); // 73 whole reports
    expect(decoder.pendingBytes).toBe(0);
    expect(pushAll(decoder, A_SHORT_SCAN, 10_000)).toHaveLength(1);
    expect(decoder.counts.rejected).toBe(1);
  });
});

describe("what a scanner writes and a decoder reads", () => {
  // A line end at the very end is the scanner's suffix, and is taken off.
  const texts = fc
    .string({ unit: "binary", maxLength: 600 })
    .filter((text) => text.isWellFormed() && !/[\r\n]$/.test(text));
  const aims = fc.constantFrom("]C0", "]C1", "]Q1", "]Q3", "]d2", "]L0", "]z0");

  it("is the same text, letter by letter", () => {
    fc.assert(
      fc.property(texts, aims, (text, aim) => {
        const scans = pushAll(createHidPosDecoder(), encodeHidPosReports(text, aim), 0);
        expect(scans).toEqual([{ text, aim }]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("10,000 random streams of reports", () => {
  const bytes = fc.uint8Array({ maxLength: 70 });
  /** Reports that look right more often than chance would make them. */
  const likely = fc
    .tuple(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(70), fc.boolean(), fc.boolean())
    .map(([report, length, hasAim, isContinued]) => {
      report.set([2, length]);
      if (hasAim) report.set(new TextEncoder().encode("]Q1"), 2);
      report[63] = isContinued ? 1 : 0;
      return report;
    });
  const streams = fc.array(fc.tuple(fc.oneof(bytes, likely), fc.nat(1200)), { maxLength: 12 });

  it("throw nothing, keep bounded memory, and account for every report", () => {
    const decoders = {
      generic: createHidPosDecoder(),
      microscan: createHidPosDecoder("microscan"),
    };
    let atMs = 0;
    let pushed = 0;
    let scans = 0;
    fc.assert(
      fc.property(streams, (stream) => {
        for (const [report, gapMs] of stream) {
          atMs += gapMs;
          pushed++;
          scans += decoders.generic.push(report, atMs).length;
          decoders.microscan.push(report, atMs);
          expect(decoders.generic.pendingBytes).toBeLessThanOrEqual(4096);
          expect(decoders.microscan.pendingBytes).toBe(0);
        }
      }),
      { numRuns: 10_000, endOnFailure: true },
    );
    const { ignored, rejected, incomplete } = decoders.generic.counts;
    expect(scans).toBeGreaterThan(0);
    expect(incomplete).toBeGreaterThan(0);
    expect(scans + ignored + rejected + incomplete).toBeLessThanOrEqual(pushed + incomplete);
  });
});
