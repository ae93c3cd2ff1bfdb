const CURRENCY = /\s*(?:đồng|đ|₫|vnđ|vnd|d)\.?$/i;
const PLAIN = /^\d{1,13}$/;
/** Groups of three, by dots, commas or blanks. */
const GROUPED = /^\d{1,3}(?:([., ])\d{3})(?:\1\d{3}){0,3}$/;
/** A decimal comma, or a number as a program writes it. */
const DECIMALS = /^(\d{1,13})[.,]\d{1,2}$/;
const GROUPED_DECIMALS = /^(\d{1,3}(?:([.,])\d{3}){1,4})(?!\2)[.,]\d{1,2}$/;

/**
 * An amount in đồng as people and programs write it: `150000`, `150.000 đ`, `150,000`, `150.000,00`.
 * There is no smaller unit: decimals are dropped.
 *
 * @returns `null` for what is no amount
 */
export function parseMoney(text: string): number | null {
  const amount = text.trim().replace(CURRENCY, "").trim();
  if (PLAIN.test(amount)) return Number(amount);
  if (GROUPED.test(amount)) return Number(amount.replaceAll(/[., ]/g, ""));
  const whole = DECIMALS.exec(amount)?.[1] ?? GROUPED_DECIMALS.exec(amount)?.[1];
  return whole === undefined ? null : Number(whole.replaceAll(/[.,]/g, ""));
}
