/** The mark in all made-up names: nothing that a screen, a log or a report shows may have it. */
export const MARK = "DẤU VẾT 7391";

/** Rows of a register book with made-up holders. */
export interface BookRow {
  readonly code: string;
  readonly status: string;
  /** dd/MM/yyyy HH:mm */
  readonly received: string;
}

const HEADINGS = [
  "Mã hồ sơ",
  "Tên TTHC",
  "Tên tổ chức cá nhân",
  "Số điện thoại",
  "Nhận hồ sơ",
  "Hẹn trả kết quả",
  "Trạng thái",
];

/** A register book as CSV in UTF-8. */
export function bookCsv(rows: readonly BookRow[]): string {
  const lines = rows.map(({ code, status, received }, i) => [
    code,
    "Đăng ký khai sinh",
    `NGUYỄN THỊ ${MARK} ${i}`,
    "0912 007 391",
    received,
    "27/11/2026 17:00",
    status,
  ]);
  return `${[HEADINGS, ...lines].map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}

/** Rows of dossiers of one day, all in process. */
export function bookRows(count: number): readonly BookRow[] {
  return Array.from({ length: count }, (_, i) => ({
    code: `H56.29-261102-${String(i + 1).padStart(6, "0")}`,
    status: "Đang xử lý",
    received: "02/11/2026 08:15",
  }));
}
