import { DOSSIER_STATUSES } from "../status.ts";

/** What one-stop software calls its states inside (vietnam.md §12, read in public source code). */
const INTERNAL_WORDS: Readonly<Record<string, string>> = {
  "Chờ tiếp nhận": "1",
  "Chờ tiếp nhận trực tuyến": "1",
  "Mới tiếp nhận": "2",
  "Đã tiếp nhận": "2",
  "Từ chối tiếp nhận": "3",
  "Đã chuyển xử lý": "4",
  "Đang giải quyết": "4",
  "Đã bổ sung": "4",
  "Hồ sơ tới hạn": "4",
  "Hồ sơ quá hạn": "4",
  "Yêu cầu bổ sung": "5",
  "Chờ bổ sung": "5",
  "Yêu cầu nộp phí": "6",
  "Chờ nộp phí": "6",
  "Rút hồ sơ": "7",
  "Đã rút hồ sơ": "7",
  "Dừng giải quyết": "8",
  "Đã có kết quả": "9",
  "Đã giải quyết": "9",
  "Chờ trả kết quả": "9",
  "Chờ trả BCCI": "9",
};

/** Every wording of a status that the built-in mappings know, to its national code. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  ...INTERNAL_WORDS,
  ...Object.fromEntries(DOSSIER_STATUSES.map(({ vi, code }) => [vi, code])),
};
