import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const WORDS = {
  bad_pin: msg`Mã PIN có từ 6 đến 10 chữ số.`,
  plain_pin: msg`Mã PIN này quá dễ đoán. Chọn mã khác.`,
  already_set: msg`Máy này đã có mã PIN.`,
  cannot_store: msg`Máy này không ghi được cài đặt. Kiểm tra ổ đĩa.`,
  shut: msg`Đã hết giờ. Nhập lại mã PIN.`,
  not_here: msg`Máy này không có mục đó.`,
} as const satisfies Record<string, MessageDescriptor>;

/** Why the app did not do what an administrator wanted. */
export type AdminRefusalWord = keyof typeof WORDS;

/** What went wrong, in one sentence. */
export function adminRefusalText(i18n: I18n, code: AdminRefusalWord): string {
  return i18n._(WORDS[code]);
}
