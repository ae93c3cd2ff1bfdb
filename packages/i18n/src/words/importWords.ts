import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Why a file, a server, a row or a field was not taken, and what to do about it. */
const REASONS: Readonly<Record<string, MessageDescriptor>> = {
  // The file as a whole.
  too_large: msg`Quá lớn. Chia thành nhiều phần nhỏ hơn.`,
  unpacked_too_large: msg`Bảng tính quá lớn khi giải nén. Chia thành nhiều tệp.`,
  too_many_rows: msg`Quá nhiều dòng. Chia thành nhiều tệp.`,
  empty: msg`Tệp không có dòng nào. Xuất lại tệp từ phần mềm một cửa.`,
  xls_not_supported: msg`Tệp .xls kiểu cũ. Lưu lại thành .xlsx hoặc .csv.`,
  not_a_spreadsheet: msg`Không phải bảng tính. Chọn tệp .xlsx, .csv hoặc .json.`,
  encoding: msg`Bảng mã chữ không đọc được. Lưu lại tệp theo UTF-8.`,
  not_text: msg`Không đọc được dưới dạng chữ.`,
  truncated: msg`Tệp bị cụt. Chép hoặc tải lại tệp đầy đủ.`,
  quotes: msg`Dấu ngoặc kép không khớp. Sửa dòng này trong tệp.`,
  row_length: msg`Số ô của dòng khác với dòng tiêu đề. Sửa dòng này.`,
  json_broken: msg`Không phải JSON hợp lệ. Xuất lại tệp.`,
  no_list: msg`Không tìm thấy danh sách hồ sơ.`,
  wrong_columns: msg`Không có cột mã hồ sơ. Kiểm tra tiêu đề cột hoặc bảng ghép trường.`,
  partial: msg`Tệp chỉ có một phần hồ sơ: dữ liệu không mới hơn vì tệp này.`,
  too_many_refused: msg`Hơn một phần năm số dòng bị lỗi. Chưa nhập dòng nào.`,
  not_taken: msg`Không nguồn nào nhận tệp này. Xem tên thư mục, tên tệp và nguồn có bật không.`,
  too_many_faults: msg`Quá nhiều lỗi. Sửa các lỗi đầu tiên trước.`,
  // One field of one record.
  missing: msg`Thiếu giá trị.`,
  not_an_object: msg`Bản ghi không đúng dạng.`,
  not_a_code: msg`Không phải mã hồ sơ hợp lệ.`,
  no_code: msg`Không có mã hồ sơ.`,
  not_a_date: msg`Không đọc được ngày. Sửa ngày, hoặc thêm cách viết vào bảng ghép trường.`,
  no_such_date: msg`Ngày này không có trong lịch.`,
  date_out_of_range: msg`Ngày quá xa. Kiểm tra năm.`,
  not_a_number: msg`Không phải số.`,
  number_out_of_range: msg`Số ngoài khoảng cho phép.`,
  unknown_value: msg`Giá trị chưa có nghĩa. Thêm giá trị vào bảng ghép trường.`,
  too_long: msg`Quá dài.`,
  status_goes_back: msg`Trạng thái đi ngược quy trình. Xem lại hồ sơ ở phần mềm một cửa.`,
  // A server that is asked.
  unreachable: msg`Không liên lạc được. Kiểm tra địa chỉ và mạng.`,
  timed_out: msg`Máy chủ nguồn trả lời quá chậm. Sẽ thử lại.`,
  cut_off: msg`Câu trả lời bị đứt giữa chừng. Sẽ thử lại.`,
  wrong_encoding: msg`Máy chủ nguồn gửi chữ không phải UTF-8.`,
  no_password: msg`Chưa có mật khẩu. Sửa nguồn và nhập mật khẩu.`,
  log_in_refused: msg`Tên hoặc mật khẩu bị từ chối. Sửa nguồn.`,
  logged_out: msg`Phiên đăng nhập đã hết. Sẽ đăng nhập lại.`,
  too_many_requests: msg`Máy chủ nguồn yêu cầu chờ. Sẽ thử lại.`,
  http_error: msg`Máy chủ nguồn báo lỗi. Sẽ thử lại.`,
  wrong_content_type: msg`Địa chỉ này không trả về JSON. Kiểm tra địa chỉ.`,
  not_json: msg`Máy chủ nguồn trả về JSON hỏng.`,
  source_error: msg`Máy chủ nguồn báo lỗi dữ liệu.`,
  too_many_records: msg`Máy chủ nguồn gửi nhiều hồ sơ hơn số đã hỏi. Báo cho người quản lý máy chủ đó.`,
  too_many_pages: msg`Quá nhiều trang. Tăng số dòng mỗi trang.`,
  register_failed: msg`Sổ hồ sơ không ghi được. Xem ổ đĩa còn trống không.`,
  stopped: msg`Đã dừng theo yêu cầu.`,
  failed: msg`Máy chủ gặp lỗi khi nhập. Kiểm tra tệp, ổ đĩa rồi thử lại.`,
  // What a request to the hub can meet.
  local_only: msg`Chỉ thực hiện được trên chính máy chủ.`,
  bad_request: msg`Nội dung chưa hợp lệ. Sửa theo chi tiết bên dưới.`,
  unknown_source: msg`Nguồn này không còn hoặc không đọc ngay được. Xem lại danh sách.`,
  unknown_run: msg`Lần nhập này không còn được giữ.`,
  busy: msg`Đang nhập tệp khác. Chờ xong rồi thử lại.`,
  bad_catalogue: msg`Danh mục chưa hợp lệ. Sửa theo chi tiết bên dưới.`,
  // The mapping itself.
  unknown_mapping: msg`Không có bảng ghép trường này.`,
  wrong_shape: msg`Chưa đúng dạng. Xem mục này trong bảng mẫu.`,
  required: msg`Phải có mục này.`,
  unknown_field: msg`Hồ sơ không có trường này.`,
  unknown_format: msg`Không có cách viết ngày này.`,
  unknown_status: msg`Trạng thái là một mã từ 1 đến 10.`,
  unknown_kind: msg`Người nộp là citizen hoặc business.`,
  unknown_flag: msg`Chỉ nhận true hoặc false.`,
  unknown_time_zone: msg`Không có múi giờ này.`,
  bad_path: msg`Đường dẫn là các tên nối bằng dấu chấm.`,
  bad_time: msg`Giờ viết như 17:00.`,
  not_for_this_field: msg`Mục này không đi với trường này.`,
};

const FIELDS: Readonly<Record<string, MessageDescriptor>> = {
  record: msg`Cả bản ghi`,
  code: msg`Mã hồ sơ`,
  procedureCode: msg`Mã thủ tục`,
  procedureName: msg`Tên thủ tục`,
  field: msg`Lĩnh vực`,
  agencyCode: msg`Mã cơ quan`,
  unit: msg`Đơn vị xử lý`,
  holderName: msg`Tên người nộp`,
  holderKind: msg`Loại người nộp`,
  phone: msg`Số điện thoại`,
  identity: msg`Số giấy tờ`,
  receivedAt: msg`Ngày tiếp nhận`,
  dueAt: msg`Ngày hẹn trả`,
  newDueAt: msg`Ngày hẹn lại`,
  reappointments: msg`Số lần hẹn lại`,
  finishedAt: msg`Ngày xử lý xong`,
  returnedAt: msg`Ngày trả kết quả`,
  status: msg`Trạng thái`,
  statusAt: msg`Ngày đổi trạng thái`,
  missing: msg`Giấy tờ còn thiếu`,
  feeAmount: msg`Phí, lệ phí`,
  feePaid: msg`Đã nộp phí`,
  resultPlace: msg`Nơi trả kết quả`,
  updatedAt: msg`Ngày cập nhật`,
};

/**
 * Why something was not taken, and what to do next.
 *
 * @param code snake case, as the hub says it; one that has no words is shown as it is
 */
export function importReasonText(i18n: I18n, code: string): string {
  const words = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return words === undefined ? i18n._(msg`Chưa rõ lý do (${{ code }}).`) : i18n._(words);
}

/**
 * What is wrong with a mapping, and what to do next.
 *
 * @param fault as the hub says it; its English message stands in where its reason has no words
 */
export function mappingFaultText(
  i18n: I18n,
  { reason, message }: { readonly reason: string; readonly message: string },
): string {
  return Object.hasOwn(REASONS, reason) ? importReasonText(i18n, reason) : message;
}

/** A field of a dossier: "Ngày tiếp nhận". A name that has no words is shown as it is. */
export function importFieldText(i18n: I18n, field: string): string {
  const words = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  return words === undefined ? field : i18n._(words);
}
