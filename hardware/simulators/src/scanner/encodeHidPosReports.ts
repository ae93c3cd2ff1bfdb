const REPORT_BYTES = 64;
const REPORT_ID = 0x02;
const DATA_AT = 5;
const DATA_BYTES = 56;
const SYMBOLOGY_AT = 61;
const MORE_AT = 63;
/** Honeywell's ids, which other makers took over. */
const SYMBOLOGY_IDS: Readonly<Record<string, number>> = {
  "]C0": 0x6a,
  "]C1": 0x7c,
  "]E0": 0x64,
  "]Q": 0x73,
};

/**
 * The reports by which an HID POS scanner hands over a code, e.g. by USB: 64 bytes each, id first,
 * 56 bytes of data, bit 0 of the last byte while more follows (Access-IS LSR118 manual, appendix B).
 *
 * @param aim three characters, e.g. `]Q1`
 */
export function encodeHidPosReports(text: string, aim: string): readonly Uint8Array[] {
  const data = new TextEncoder().encode(text);
  const reports: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < data.length; at += DATA_BYTES) {
    const part = data.subarray(at, at + DATA_BYTES);
    const report = new Uint8Array(REPORT_BYTES);
    report[0] = REPORT_ID;
    report[1] = part.length;
    report.set(new TextEncoder().encode(aim).subarray(0, 3), 2);
    report.set(part, DATA_AT);
    report[SYMBOLOGY_AT] = SYMBOLOGY_IDS[aim] ?? SYMBOLOGY_IDS[aim.slice(0, 2)] ?? 0;
    report[MORE_AT] = at + DATA_BYTES < data.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}
