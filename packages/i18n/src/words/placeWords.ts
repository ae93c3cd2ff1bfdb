import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const COUNTER_STATUSES = {
  open: msg({ message: "Đang mở", context: "counter" }),
  paused: msg`Tạm nghỉ`,
  closed: msg({ message: "Đóng", context: "counter" }),
} as const satisfies Record<string, MessageDescriptor>;

const DEVICE_ROLES = {
  kiosk: msg`Máy lấy số`,
  counter: msg`Máy tại quầy`,
  display: msg`Màn hình hiển thị`,
  console: msg`Bàn điều hành`,
  phone: msg`Trang trên điện thoại`,
} as const satisfies Record<string, MessageDescriptor>;

const OFFICER_ROLES = {
  officer: msg`Cán bộ`,
  receptionist: msg`Cán bộ hướng dẫn`,
  supervisor: msg`Trưởng ca`,
  administrator: msg`Quản trị`,
} as const satisfies Record<string, MessageDescriptor>;

const CONNECTIONS = {
  live: msg`Đã kết nối`,
  connecting: msg`Đang kết nối`,
  reconnecting: msg`Đang kết nối lại`,
  stale: msg`Dữ liệu có thể cũ`,
  pairing: msg`Chờ ghép nối`,
  refused: msg`Bị từ chối`,
} as const satisfies Record<string, MessageDescriptor>;

/** How a connection stands, as screens say it. `stale`: nothing was heard for some seconds. */
export type ConnectionWord = keyof typeof CONNECTIONS;

/** What a device was paired as. */
export type DeviceRoleWord = keyof typeof DEVICE_ROLES;

/** Whether a counter receives people: "Tạm nghỉ". */
export function counterStatusText(i18n: I18n, status: keyof typeof COUNTER_STATUSES): string {
  return i18n._(COUNTER_STATUSES[status]);
}

/** What a device is: "Máy lấy số". */
export function deviceRoleText(i18n: I18n, role: DeviceRoleWord): string {
  return i18n._(DEVICE_ROLES[role]);
}

/** What an officer is: "Trưởng ca". */
export function officerRoleText(i18n: I18n, role: keyof typeof OFFICER_ROLES): string {
  return i18n._(OFFICER_ROLES[role]);
}

/** How the connection stands: "Đang kết nối lại". */
export function connectionText(i18n: I18n, connection: ConnectionWord): string {
  return i18n._(CONNECTIONS[connection]);
}

/** A counter by its number: "Quầy 5". */
export function counterText(i18n: I18n, number: number): string {
  return i18n._(msg`Quầy ${{ number }}`);
}
