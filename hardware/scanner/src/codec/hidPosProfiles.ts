/** What one family of HID POS scanners does differently, as data. */
export interface HidPosProfile {
  readonly id: HidPosProfileName;
  /** USB vendor ids that get this profile when none was chosen. */
  readonly vendorIds: readonly number[];
  /** First byte of every report that carries a scan. */
  readonly reportId: number;
  /** The most data bytes that a report may claim. */
  readonly maxDataBytes: number;
  /**
   * `fixed`: AIM id in bytes 2–4 (or 3–5), data behind it, bit 0 of byte 63 says "continued".
   * `inline`: the AIM id is the first part of the data, and a scan is one report.
   */
  readonly layout: "fixed" | "inline";
  /** Feature report to send once after opening, with its id as byte 0; `null` for none. */
  readonly openFeatureReport: readonly number[] | null;
}

export type HidPosProfileName = "generic" | "honeywell" | "newland" | "microscan";

const HID_POS = {
  reportId: 0x02,
  maxDataBytes: 56,
  layout: "fixed",
  openFeatureReport: null,
} as const;

/**
 * The known families. A scanner that none of them names is `generic`.
 *
 * Sources: Access-IS LSR118 and ATR110 manuals, appendix B (report layout); Hand Held Products
 * 2020-5B guide, p. 1-11 (Honeywell, Youjie); the HID POS scanner readers WebHidBarcodeScanner and
 * python_hon_usbhid (feature report). None was tried on a real device.
 */
export const HID_POS_PROFILES: Readonly<Record<HidPosProfileName, HidPosProfile>> = {
  generic: { id: "generic", vendorIds: [], ...HID_POS },
  honeywell: {
    id: "honeywell",
    vendorIds: [0x0c2e, 0x23d0],
    ...HID_POS,
    openFeatureReport: [0xfe, 0x01],
  },
  newland: { id: "newland", vendorIds: [0x1eab], ...HID_POS },
  microscan: {
    id: "microscan",
    vendorIds: [],
    reportId: 0x01,
    maxDataBytes: 62,
    layout: "inline",
    openFeatureReport: null,
  },
};

/**
 * Chooses the profile of a device by its USB vendor id.
 *
 * @returns the generic profile for a vendor that is not listed
 */
export function hidPosProfileOf(vendorId: number): HidPosProfile {
  const known = Object.values(HID_POS_PROFILES).find((p) => p.vendorIds.includes(vendorId));
  return known ?? HID_POS_PROFILES.generic;
}

/** Whether a text names a profile. */
export function isHidPosProfileName(name: string): name is HidPosProfileName {
  return Object.hasOwn(HID_POS_PROFILES, name);
}
