import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const MINUTE_MS = 60_000;
/** Below this every minute is told, above it steps of five: nobody can promise more. */
const FINE_MINUTES = 10;

/** A wait as a range of whole minutes. */
export interface MinutesRange {
  readonly low: number;
  readonly high: number;
}

/** Rounds an estimate outwards to a range that can be kept: never "0 minutes", never one figure too fine. */
export function minutesRange(estimate: {
  readonly lowMs: number;
  readonly highMs: number;
}): MinutesRange {
  const low = roundedDown(estimate.lowMs / MINUTE_MS);
  return { low, high: Math.max(roundedUp(estimate.highMs / MINUTE_MS), low, 1) };
}

/**
 * A wait in words: "khoảng 20–30 phút", "dưới 5 phút", or that nobody can say while no counter is
 * open (`null`).
 */
export function formatMinutesRange(
  i18n: I18n,
  estimate: { readonly lowMs: number; readonly highMs: number } | null,
): string {
  if (estimate === null) return i18n._(msg`chưa có quầy mở`);
  const { low, high } = minutesRange(estimate);
  if (low === 0) return i18n._(msg`dưới ${{ minutes: high }} phút`);
  if (low === high) return i18n._(msg`khoảng ${{ minutes: high }} phút`);
  return i18n._(msg`khoảng ${{ low }}–${{ high }} phút`);
}

function roundedDown(minutes: number): number {
  return minutes < FINE_MINUTES ? Math.floor(minutes) : Math.floor(minutes / 5) * 5;
}

function roundedUp(minutes: number): number {
  return minutes <= FINE_MINUTES ? Math.ceil(minutes) : Math.ceil(minutes / 5) * 5;
}
