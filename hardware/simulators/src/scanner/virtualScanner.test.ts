import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import vectors from "../fixtures/hid-vectors.json" with { type: "json" };
import { encodeHidPosReports } from "./encodeHidPosReports.ts";
import { parseReportFile } from "./parseReportFile.ts";

const GOLDEN = ["code128-short", "qr-56-bytes", "qr-60-bytes", "utf8-split", "gs1-128"];
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("the virtual scanner's reports", () => {
  it.each(vectors.vectors.filter(({ id }) => GOLDEN.includes(id)))(
    "are byte for byte those of $name",
    ({ reports, expect: scans }) => {
      const made = scans.flatMap(({ text, aim }) => encodeHidPosReports(text, aim));
      expect(made.map(hex)).toEqual(reports);
    },
  );

  it("are the reports of a real scanner in form: 64 bytes, the last one says that it is", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const reports = encodeHidPosReports(text, "]Q1");
        const bytes = reports.flatMap((report) => [...report.subarray(5, 5 + (report[1] ?? 0))]);
        expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe(text.toWellFormed());
        expect(reports.map((report) => [report.length, report[63]])).toEqual(
          reports.map((_, at) => [64, at < reports.length - 1 ? 1 : 0]),
        );
      }),
    );
  });
});

describe("a report file", () => {
  it("holds reports and pauses, with remarks and blank lines between them", () => {
    const text = "# receipt\n02045d\r\n\nwait 200 # the hand moves\n0A0b\n";
    expect(parseReportFile(text)).toEqual({
      ok: true,
      value: [
        { kind: "report", bytes: Uint8Array.of(2, 4, 0x5d) },
        { kind: "wait", ms: 200 },
        { kind: "report", bytes: Uint8Array.of(10, 11) },
      ],
    });
  });

  it.each([
    ["02045", "Line 1"],
    ["02\nzz", "Line 2"],
    ["wait 1000000", "Line 1"],
    ["\n".repeat(10_001), "10000"],
  ])("is refused with the place of the fault: %j", (text, place) => {
    const parsed = parseReportFile(text);
    expect(parsed.ok ? "" : parsed.error).toContain(place);
  });
});
