import type { HidPosProfile } from "./hidPosProfiles.ts";

/** One report taken apart. */
export type HidPosReport =
  | {
      readonly kind: "data";
      readonly aim: string;
      /** A view into the report: copy it before the report is used again. */
      readonly data: Uint8Array;
      readonly isContinued: boolean;
    }
  | { readonly kind: "ignored" }
  | { readonly kind: "rejected" };

/** Bytes of every report, the id included. */
const REPORT_BYTES = 64;
const CONTINUED_AT = 63;
const AIM_BYTES = 3;
const AIM = /^\][A-Za-z][0-9A-Za-z]$/;

/**
 * Takes one HID POS report apart. Pure; never reads past the report, whatever it claims.
 *
 * @param report 64 bytes, the report id first
 * @returns `rejected` for a report that lies about its shape, `ignored` for one without AIM id
 *   (command replies of some vendors share the report id) and for menu answers (`]Z6`)
 */
export function parseHidPosReport(report: Uint8Array, profile: HidPosProfile): HidPosReport {
  const claimedBytes = report[1] ?? 0;
  const isShaped = report.length === REPORT_BYTES && report[0] === profile.reportId;
  if (!isShaped || claimedBytes > profile.maxDataBytes) return { kind: "rejected" };
  return profile.layout === "inline" ? parseInline(report, claimedBytes) : parseFixed(report);
}

function parseFixed(report: Uint8Array): HidPosReport {
  // Some scanners put one byte before the AIM id, and everything up to the data moves with it.
  const aimAt = [2, 3].find((at) => aimIn(report, at) !== null);
  if (aimAt === undefined) return { kind: "ignored" };
  const dataAt = aimAt + AIM_BYTES;
  return dataReport({
    aim: aimIn(report, aimAt) ?? "",
    data: report.subarray(dataAt, dataAt + (report[1] ?? 0)),
    isContinued: ((report[CONTINUED_AT] ?? 0) & 1) === 1,
  });
}

function parseInline(report: Uint8Array, claimedBytes: number): HidPosReport {
  const aim = claimedBytes < AIM_BYTES ? null : aimIn(report, 2);
  if (aim === null) return { kind: "ignored" };
  const data = report.subarray(2 + AIM_BYTES, 2 + claimedBytes);
  return dataReport({ aim, data, isContinued: false });
}

function dataReport(part: { aim: string; data: Uint8Array; isContinued: boolean }): HidPosReport {
  return part.aim === "]Z6" ? { kind: "ignored" } : { kind: "data", ...part };
}

function aimIn(report: Uint8Array, at: number): string | null {
  const aim = String.fromCodePoint(...report.subarray(at, at + AIM_BYTES));
  return AIM.test(aim) ? aim : null;
}
