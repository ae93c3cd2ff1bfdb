/** The value below which a share of the values lies; `NaN` for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A figure with as many digits as it deserves. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
