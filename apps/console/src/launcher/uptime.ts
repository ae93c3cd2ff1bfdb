import { msg } from "@lingui/core/macro";
import type { I18n } from "@luot/i18n";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long the hub has run: "3 giờ 5 phút", the two largest parts; never less than none. */
export function uptimeText(i18n: I18n, ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (days > 0) return i18n._(msg`${{ days }} ngày ${{ hours }} giờ`);
  if (hours > 0) return i18n._(msg`${{ hours }} giờ ${{ minutes }} phút`);
  return minutes > 0 ? i18n._(msg`${{ minutes }} phút`) : i18n._(msg`dưới một phút`);
}
