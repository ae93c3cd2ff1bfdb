import { useLingui } from "@lingui/react/macro";
import { deskQueue, isInStep } from "@luot/hub-client";
import { useHubState, useSettings } from "../hub/HubContext.ts";
import { useOfflineState } from "../offline/OfflineContext.tsx";
import type { OfficerDesk } from "../officer/useOfficer.ts";
import type { BarState } from "./BarState.ts";

/**
 * What stands on the bar beside the number: how many wait, and why nothing can be done.
 *
 * @param now hub's time, epoch ms
 */
export function useBarNote(
  counterId: string,
  { officer }: OfficerDesk,
  now: number,
): Pick<BarState, "waiting" | "note"> {
  const { t } = useLingui();
  const state = useHubState();
  const settings = useSettings();
  const { log } = useOfflineState();
  const { view } = state;
  const paper = log?.paper ?? null;
  if (paper !== null) return { waiting: paper.stock.list.length, note: t`Chế độ giấy` };
  if (!isInStep(state)) return { waiting: null, note: t`Đang kết nối lại…` };
  if (officer === null || view === null || settings === null)
    return { waiting: null, note: t`Chưa đăng nhập` };
  if (officer.isLocked) return { waiting: null, note: t`Màn hình đang khóa` };
  const { officerId } = officer;
  const waiting = deskQueue(view, settings, { counterId, officerId }, now).length;
  const counter = view.counters[counterId];
  if (counter?.officerId !== officerId) return { waiting, note: t`Quầy đang đóng` };
  return { waiting, note: counter.status === "paused" ? t`Quầy đang tạm nghỉ` : null };
}
