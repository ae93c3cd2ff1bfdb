import type { WireCommandType } from "@luot/contract";
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { DeskAction } from "./deskKeys.ts";

/** What stands on the button of each action. */
export const ACTION_WORDS: Readonly<Record<DeskAction, MessageDescriptor>> = {
  next: msg`Gọi số tiếp theo`,
  recall: msg`Gọi lại`,
  "no-show": msg({ message: "Vắng mặt", context: "button" }),
  transfer: msg`Chuyển đi`,
  park: msg({ message: "Gác lại", context: "button" }),
  start: msg`Bắt đầu phục vụ`,
  finish: msg({ message: "Hoàn thành", context: "button" }),
  "call-chosen": msg`Gọi theo chọn`,
  pause: msg({ message: "Tạm nghỉ", context: "button" }),
  undo: msg`Hoàn tác`,
  "put-back": msg`Trả về hàng chờ`,
  reprint: msg`In lại phiếu`,
  lock: msg`Khóa màn hình`,
  issue: msg`Cấp số tại quầy`,
  dossier: msg({ message: "Hồ sơ", context: "button" }),
};

/** What is said when a command was done. */
export const DONE_WORDS: Partial<Record<WireCommandType, MessageDescriptor>> = {
  "ticket:call-next": msg`Đã gọi`,
  "ticket:call": msg`Đã gọi`,
  "ticket:recall": msg`Đã gọi lại`,
  "ticket:put-back": msg`Đã trả về hàng chờ`,
  "ticket:start": msg`Đã bắt đầu phục vụ`,
  "ticket:finish": msg`Đã hoàn thành`,
  "ticket:no-show": msg`Đã ghi vắng mặt`,
  "ticket:return": msg`Đã cho vào hàng chờ`,
  "ticket:park": msg`Đã gác lại`,
  "ticket:resume": msg`Đã mời trở lại`,
  "ticket:transfer": msg`Đã chuyển đi`,
  "ticket:cancel": msg`Đã hủy`,
  "ticket:set-priority": msg`Đã đổi diện ưu tiên`,
  "ticket:issue": msg`Đã cấp số`,
  "ticket:reprint": msg`Đã gửi lệnh in lại`,
  "counter:undo": msg`Đã hoàn tác`,
};
