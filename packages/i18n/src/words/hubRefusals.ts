import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const WORDS = {
  bad_address: {
    what: msg`Đây không phải là địa chỉ máy chủ.`,
    next: msg`Nhập như trên màn hình của máy chủ, ví dụ 192.168.1.10.`,
  },
  no_answer: {
    what: msg`Không có máy nào trả lời ở địa chỉ này.`,
    next: msg`Kiểm tra địa chỉ, dây mạng và máy chủ đã bật chưa.`,
  },
  not_a_hub: {
    what: msg`Máy ở địa chỉ này không phải là máy chủ Lượt.`,
    next: msg`Kiểm tra lại địa chỉ và cổng.`,
  },
  cannot_store: {
    what: msg`Máy này không ghi được cài đặt.`,
    next: msg`Kiểm tra ổ đĩa của máy này.`,
  },
} as const satisfies Record<string, { what: MessageDescriptor; next: MessageDescriptor }>;

/** Why a desktop app did not take the address of a hub. */
export type HubRefusalWord = keyof typeof WORDS;

/** What went wrong, and what to do about it. */
export function hubRefusalText(
  i18n: I18n,
  code: HubRefusalWord,
): { readonly what: string; readonly next: string } {
  const { what, next } = WORDS[code];
  return { what: i18n._(what), next: i18n._(next) };
}
