import { HID_POS_PROFILES, type HidPosProfileName } from "../codec/hidPosProfiles.ts";

const REPORT_BYTES = 64;

/**
 * Writes text the way a scanner does: UTF-8 cut into reports of 64 bytes, at byte and not at
 * letter borders. Text that is empty is one report without data.
 *
 * @param aim three characters, `]` first
 * @param profile `generic` without it; `microscan` holds 59 bytes and throws above that
 */
export function encodeHidPosReports(
  text: string,
  aim: string,
  profile?: HidPosProfileName,
): Uint8Array[] {
  const { reportId, layout, maxDataBytes } = HID_POS_PROFILES[profile ?? "generic"];
  const data = new TextEncoder().encode(text);
  const perReport = layout === "inline" ? maxDataBytes - aim.length : maxDataBytes;
  if (layout === "inline" && data.length > perReport) throw new RangeError("too long for a report");
  const reports = Math.max(1, Math.ceil(data.length / perReport));
  return Array.from({ length: reports }, (_, i) => {
    const part = data.subarray(i * perReport, (i + 1) * perReport);
    const report = new Uint8Array(REPORT_BYTES);
    const claimedBytes = part.length + (layout === "inline" ? aim.length : 0);
    report.set([reportId, claimedBytes, ...new TextEncoder().encode(aim), ...part]);
    if (i < reports - 1) report[REPORT_BYTES - 1] = 1;
    return report;
  });
}
