import type { I18n } from "@lingui/core";

const DIGITS = 2;

/** A number of things, in groups of thousands: "14.064", "14,064" in English. */
export function formatCount(i18n: I18n, count: number): string {
  return new Intl.NumberFormat(i18n.locale).format(count);
}

/**
 * A part as hundredths with two decimals: "99,74 %", "99.74%" in English; "–" for a part of nothing.
 * It is cut off, not rounded: "100 %" is said of all and of nothing less. The space does not break.
 *
 * @param ratio from 0 to 1; `null`: there is nothing to be a part of
 */
export function formatRatio(i18n: I18n, ratio: number | null): string {
  if (ratio === null) return "–";
  const text = new Intl.NumberFormat(i18n.locale, {
    minimumFractionDigits: ratio === 1 ? 0 : DIGITS,
    maximumFractionDigits: DIGITS,
    roundingMode: "trunc",
  }).format(hundredths(ratio));
  return i18n.locale === "en" ? `${text}%` : `${text}\u00a0%`;
}

/** Without the dust of a product: 0.29 is 29, not 28.999…6. */
function hundredths(ratio: number): number {
  return Number((ratio * 100).toPrecision(12));
}
