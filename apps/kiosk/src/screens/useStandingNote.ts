import { useLingui } from "@lingui/react/macro";
import type { Availability } from "../hall/serviceStanding.ts";

/** What is to be said about a service besides its wait; `null` when nothing is. */
export function useStandingNote(availability: Availability): string | null {
  const { t } = useLingui();
  const notes = {
    open: null,
    no_open_counter: t`Chưa có quầy mở, vẫn lấy được số`,
    quota_reached: t`Đã hết số tiếp nhận của buổi này`,
  };
  return notes[availability];
}
