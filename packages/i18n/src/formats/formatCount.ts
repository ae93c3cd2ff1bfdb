import type { I18n } from "@lingui/core";

const DIGITS = 2;

/** A number of things, in groups of thousands: "14.064", "14,064" in English. */
export function formatCount(i18n: I18n, count: number): string {
  return new Intl.NumberFormat(i18n.locale).format(count);
}

/**
 * A part as hundredths with two decimals, halves rounded up: "99,74 %", "99.74%" in English; "–" for
 * a part of nothing. "100 %" is said of all and of nothing less, "0,00 %" of none and of nothing
 * more: the last one missing must not be rounded away. The space does not break.
 *
 * @param ratio from 0 to 1; `null`: there is nothing to be a part of
 */
export function formatRatio(i18n: I18n, ratio: number | null): string {
  if (ratio === null) return "–";
  const text = new Intl.NumberFormat(i18n.locale, {
    minimumFractionDigits: ratio === 1 ? 0 : DIGITS,
    maximumFractionDigits: DIGITS,
  }).format(hundredths(ratio));
  return i18n.locale === "en" ? `${text}%` : `${text}\u00a0%`;
}

/** Rounded, without the dust of a product: 0.01005 is 1.01, though 100 times it is 1.00499…9. */
function hundredths(ratio: number): number {
  if (ratio <= 0 || ratio >= 1) return ratio * 100;
  const rounded = Math.round(Number((ratio * 10_000).toPrecision(12)));
  return Math.min(9_999, Math.max(1, rounded)) / 100;
}
