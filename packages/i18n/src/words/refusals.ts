import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What happened, and what to do next. */
interface Refusal {
  readonly what: MessageDescriptor;
  readonly next: MessageDescriptor;
}

const askStaff = msg`Vui lòng gặp cán bộ hướng dẫn.`;
const tellAdmin = msg`Xin báo người quản trị.`;
const lookAgain = msg`Danh sách đã được cập nhật; vui lòng chọn lại.`;
const reload = msg`Vui lòng tải lại trang.`;

const REFUSALS = {
  day_not_open: {
    what: msg`Ngày làm việc chưa bắt đầu.`,
    next: msg`Vui lòng chờ ít phút rồi thử lại.`,
  },
  day_already_open: { what: msg`Ngày làm việc đã bắt đầu rồi.`, next: msg`Không cần làm gì thêm.` },
  wrong_day: { what: msg`Đã sang ngày làm việc khác.`, next: reload },
  settings_unknown: { what: msg`Không có phiên bản cài đặt này.`, next: tellAdmin },
  settings_in_use: {
    what: msg`Còn phiếu đang dùng cài đặt cũ.`,
    next: msg`Đổi cài đặt sau khi hết ngày làm việc.`,
  },
  centre_closed: {
    what: msg`Ngoài giờ tiếp nhận hồ sơ.`,
    next: msg`Mời quay lại trong giờ làm việc.`,
  },
  last_ticket_passed: {
    what: msg`Đã ngừng phát số của buổi này.`,
    next: msg`Mời quay lại buổi làm việc sau.`,
  },
  quota_reached: {
    what: msg`Đã hết số tiếp nhận của buổi này.`,
    next: msg`Mời quay lại buổi sau hoặc chọn dịch vụ khác.`,
  },
  series_exhausted: { what: msg`Đã hết dãy số của dịch vụ này.`, next: askStaff },
  unknown_service: { what: msg`Dịch vụ này không còn nữa.`, next: lookAgain },
  unknown_counter: { what: msg`Không có quầy này.`, next: lookAgain },
  unknown_ticket: {
    what: msg`Không tìm thấy số này trong ngày.`,
    next: msg`Vui lòng kiểm tra lại số.`,
  },
  unknown_reason: { what: msg`Lý do này không còn nữa.`, next: lookAgain },
  unknown_target: { what: msg`Không chuyển đến nơi này được.`, next: msg`Vui lòng chọn nơi khác.` },
  counter_closed: { what: msg`Quầy đang đóng.`, next: msg`Mở quầy rồi làm lại.` },
  counter_paused: { what: msg`Quầy đang tạm nghỉ.`, next: msg`Bấm tiếp tục phục vụ rồi làm lại.` },
  counter_not_paused: { what: msg`Quầy không tạm nghỉ.`, next: msg`Không cần làm gì thêm.` },
  counter_busy: {
    what: msg`Quầy đang có người.`,
    next: msg`Hoàn thành hoặc gác lại số hiện tại trước.`,
  },
  counter_taken: {
    what: msg`Cán bộ khác đang mở quầy này.`,
    next: msg`Chọn quầy khác, hoặc nhờ cán bộ đó đóng quầy.`,
  },
  officer_elsewhere: {
    what: msg`Tài khoản này đang mở một quầy khác.`,
    next: msg`Đóng quầy kia trước.`,
  },
  not_your_counter: { what: msg`Đây không phải quầy của máy này.`, next: tellAdmin },
  not_your_ticket: { what: msg`Số này không thuộc về nơi đang thao tác.`, next: lookAgain },
  no_current_ticket: { what: msg`Quầy chưa có số nào.`, next: msg`Gọi số tiếp theo trước.` },
  wrong_status: { what: msg`Số này đã đổi trạng thái.`, next: lookAgain },
  queue_empty: {
    what: msg`Không còn người chờ.`,
    next: msg`Khi có người lấy số, danh sách sẽ tự hiện.`,
  },
  superseded: {
    what: msg`Số này đã được thay bằng số khác.`,
    next: msg`Dùng số ghi trên phiếu giấy.`,
  },
  label_taken: { what: msg`Số này đã có người giữ.`, next: tellAdmin },
  nothing_held: { what: msg`Không có số nào đang giữ.`, next: msg`Không cần làm gì thêm.` },
  nothing_to_undo: { what: msg`Không có gì để hoàn tác.`, next: msg`Không cần làm gì thêm.` },
  undo_too_late: {
    what: msg`Đã quá thời gian hoàn tác.`,
    next: msg`Xử lý tiếp bằng các nút khác.`,
  },
  undo_touched: {
    what: msg`Không hoàn tác được vì số đã đổi sau đó.`,
    next: msg`Xử lý tiếp bằng các nút khác.`,
  },
  bad_request: { what: msg`Yêu cầu không hợp lệ.`, next: reload },
  unknown_command: { what: msg`Máy chủ không biết yêu cầu này.`, next: reload },
  forbidden: {
    what: msg`Không có quyền làm việc này.`,
    next: msg`Nhờ trưởng ca hoặc người quản trị.`,
  },
  id_reused: { what: msg`Yêu cầu bị trùng mã.`, next: msg`Vui lòng làm lại thao tác.` },
  rate_limited: { what: msg`Thao tác quá nhanh.`, next: msg`Vui lòng chờ vài giây rồi thử lại.` },
  protocol_too_old: { what: msg`Màn hình này đã cũ so với máy chủ.`, next: reload },
  not_paired: {
    what: msg`Máy chủ chưa biết thiết bị này.`,
    next: msg`Ghép nối thiết bị bằng mã sáu chữ số.`,
  },
  not_signed_in: { what: msg`Chưa đăng nhập.`, next: msg`Đăng nhập rồi làm lại.` },
  session_locked: { what: msg`Màn hình đang khóa.`, next: msg`Mở khóa rồi làm lại.` },
  hello_first: { what: msg`Kết nối chưa sẵn sàng.`, next: msg`Vui lòng chờ vài giây rồi thử lại.` },
  dossier_not_found: {
    what: msg`Chưa tìm thấy hồ sơ này.`,
    next: msg`Vui lòng kiểm tra lại mã hoặc liên hệ quầy hướng dẫn.`,
  },
  wrong_factor: {
    what: msg`Bốn số này không khớp với hồ sơ.`,
    next: msg`Vui lòng nhập lại bốn số cuối.`,
  },
  wrong_credentials: {
    what: msg`Tên đăng nhập hoặc mật khẩu không đúng.`,
    next: msg`Vui lòng nhập lại.`,
  },
  too_many_attempts: {
    what: msg`Đã nhập sai quá nhiều lần.`,
    next: msg`Vui lòng chờ ít phút rồi thử lại.`,
  },
  unavailable: {
    what: msg`Máy chủ tạm thời không nhận việc.`,
    next: msg`Vui lòng chờ ít phút rồi thử lại.`,
  },
  internal: { what: msg`Có lỗi ở máy chủ.`, next: msg`Thử lại; nếu vẫn lỗi, báo người quản trị.` },
  disconnected: {
    what: msg`Mất kết nối với máy chủ.`,
    next: msg`Máy đang tự kết nối lại; vui lòng chờ.`,
  },
} as const satisfies Record<string, Refusal>;

/** Every code that has words. A screen passes the contract's code: one without words won't compile. */
export type RefusalWord = keyof typeof REFUSALS;

/**
 * A refusal in words, the only place where codes are translated.
 *
 * @param details of the refusal; the numbers and labels in it may stand in the text
 * @returns what happened and what to do next, each a sentence
 */
export function refusalText(
  i18n: I18n,
  code: RefusalWord,
  details: Readonly<Record<string, string | number>>,
): { readonly what: string; readonly next: string } {
  const { what, next } = REFUSALS[code];
  const label = details["label"];
  const subject = label === undefined ? "" : `${label}: `;
  return { what: `${subject}${i18n._(what)}`, next: i18n._(next) };
}
