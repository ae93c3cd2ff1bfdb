import type { I18n } from "@lingui/core";

/**
 * An amount as people here write it: "150.000 đ", "150,000 đ" in English. The space does not break.
 *
 * @param amount whole đồng
 */
export function formatMoney(i18n: I18n, amount: number): string {
  return `${new Intl.NumberFormat(i18n.locale).format(amount)}\u00a0đ`;
}
