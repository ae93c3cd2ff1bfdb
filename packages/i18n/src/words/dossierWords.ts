import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** The ten states of the national exchange list, in its own words. */
const STATUSES = {
  "1": msg({ message: "Mới đăng ký", context: "dossier" }),
  "2": msg({ message: "Được tiếp nhận", context: "dossier" }),
  "3": msg({ message: "Không được tiếp nhận", context: "dossier" }),
  "4": msg({ message: "Đang xử lý", context: "dossier" }),
  "5": msg({ message: "Yêu cầu bổ sung giấy tờ", context: "dossier" }),
  "6": msg({ message: "Yêu cầu thực hiện nghĩa vụ tài chính", context: "dossier" }),
  "7": msg({ message: "Công dân yêu cầu rút hồ sơ", context: "dossier" }),
  "8": msg({ message: "Dừng xử lý", context: "dossier" }),
  "9": msg({ message: "Đã xử lý xong", context: "dossier" }),
  "10": msg({ message: "Đã trả kết quả", context: "dossier" }),
} as const satisfies Record<string, MessageDescriptor>;

const UNKNOWN = msg({ message: "Chưa xác định", context: "dossier" });

const LIGHTS = {
  on_time: msg({ message: "Còn hạn", context: "dossier" }),
  due_soon: msg({ message: "Sắp đến hạn", context: "dossier" }),
  overdue: msg({ message: "Quá hạn", context: "dossier" }),
} as const satisfies Record<string, MessageDescriptor>;

const STEPS = {
  registered: msg({ message: "Đăng ký", context: "step" }),
  received: msg({ message: "Tiếp nhận", context: "step" }),
  processing: msg({ message: "Xử lý", context: "step" }),
  result: msg({ message: "Có kết quả", context: "step" }),
  returned: msg({ message: "Trả kết quả", context: "step" }),
} as const satisfies Record<string, MessageDescriptor>;

/** A state of the national list that has words. */
export type DossierStatusWord = keyof typeof STATUSES;

/** How a dossier stands with its time. */
export type DossierLightWord = keyof typeof LIGHTS;

/** A step of a dossier's way. */
export type DossierStepWord = keyof typeof STEPS;

/**
 * Where a dossier stands, in the words of the national list: "Đang xử lý".
 *
 * @param status its code; `null` for a state nobody knows: "Chưa xác định"
 */
export function dossierStatusText(i18n: I18n, status: DossierStatusWord | null): string {
  return i18n._(status === null ? UNKNOWN : STATUSES[status]);
}

/** How a dossier stands with its time: "Sắp đến hạn". */
export function dossierLightText(i18n: I18n, light: DossierLightWord): string {
  return i18n._(LIGHTS[light]);
}

/** A step of a dossier's way: "Có kết quả". */
export function dossierStepText(i18n: I18n, step: DossierStepWord): string {
  return i18n._(STEPS[step]);
}

/**
 * How long a dossier has until it is due: "còn 3 ngày làm việc", "đến hạn hôm nay", "quá hạn 2 ngày
 * làm việc".
 *
 * @param daysLeft working days after today up to the due day; below 0 since then
 * @param isOverdue whether the due minute is past, which it may be today
 */
export function daysLeftText(i18n: I18n, daysLeft: number, isOverdue: boolean): string {
  if (daysLeft === 0) return i18n._(isOverdue ? msg`quá hạn từ hôm nay` : msg`đến hạn hôm nay`);
  const days = Math.abs(daysLeft);
  return i18n._(
    daysLeft < 0 ? msg`quá hạn ${{ days }} ngày làm việc` : msg`còn ${{ days }} ngày làm việc`,
  );
}
