import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const STATUSES = {
  waiting: msg`Đang chờ`,
  called: msg`Đang gọi`,
  serving: msg`Đang phục vụ`,
  parked: msg`Gác lại`,
  absent: msg`Vắng mặt`,
  done: msg`Đã hoàn thành`,
  cancelled: msg`Đã hủy`,
  expired: msg`Đã hết hạn`,
} as const satisfies Record<string, MessageDescriptor>;

const OUTCOMES = {
  accepted: msg`Đã tiếp nhận`,
  supplemented: msg`Đã bổ sung`,
  returned_result: msg`Đã trả kết quả`,
  guided: msg`Đã hướng dẫn`,
  rejected: msg`Không tiếp nhận`,
  day_closed: msg`Hết ngày làm việc`,
} as const satisfies Record<string, MessageDescriptor>;

const CLASSES = {
  normal: msg({ message: "Thường", context: "class" }),
  priority: msg`Ưu tiên`,
  appointment: msg`Có hẹn`,
  returning: msg({ message: "Quay lại", context: "class" }),
} as const satisfies Record<string, MessageDescriptor>;

const KINDS = {
  submit: msg`Nộp hồ sơ`,
  supplement: msg`Bổ sung hồ sơ`,
  collect: msg`Nhận kết quả`,
  pay: msg`Nộp phí, lệ phí`,
  guidance: msg`Hướng dẫn, tư vấn`,
} as const satisfies Record<string, MessageDescriptor>;

/** What a ticket is doing: "Đang chờ". */
export function statusText(i18n: I18n, status: keyof typeof STATUSES): string {
  return i18n._(STATUSES[status]);
}

/** How a visit ended: "Đã tiếp nhận". */
export function outcomeText(i18n: I18n, outcome: keyof typeof OUTCOMES): string {
  return i18n._(OUTCOMES[outcome]);
}

/** The class a ticket waits in: "Ưu tiên". */
export function classText(i18n: I18n, classId: keyof typeof CLASSES): string {
  return i18n._(CLASSES[classId]);
}

/** What people come to a service for: "Nộp hồ sơ". */
export function kindText(i18n: I18n, kind: keyof typeof KINDS): string {
  return i18n._(KINDS[kind]);
}
