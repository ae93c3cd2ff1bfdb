import type { HoSo } from "./HoSo.ts";
import { readStamp, spokenTime } from "./vietnamTime.ts";

/** Headings of the register book [sổ theo dõi hồ sơ], with what the book keeps in other columns. */
export const BOOK_HEADINGS = [
  "STT",
  "Mã hồ sơ",
  "Mã TTHC",
  "Tên TTHC",
  "Lĩnh vực",
  "Tên tổ chức, cá nhân",
  "Số điện thoại",
  "Cơ quan chủ trì giải quyết",
  "Nhận hồ sơ",
  "Hẹn trả kết quả",
  "Trả kết quả",
  "Trạng thái",
] as const;

const STATUS_WORDS: ReadonlyMap<string, string> = new Map([
  ["1", "Mới đăng ký"],
  ["2", "Được tiếp nhận"],
  ["3", "Không được tiếp nhận"],
  ["4", "Đang xử lý"],
  ["5", "Yêu cầu bổ sung giấy tờ"],
  ["6", "Yêu cầu thực hiện nghĩa vụ tài chính"],
  ["7", "Công dân yêu cầu rút hồ sơ"],
  ["8", "Dừng xử lý"],
  ["9", "Đã xử lý xong"],
  ["10", "Đã trả kết quả"],
]);

/** A row of the register book for each dossier, without the headings; times `dd/MM/yyyy HH:mm`. */
export function bookRowsOf(dossiers: Iterable<HoSo>): string[][] {
  return Array.from(dossiers, (dossier, at) => [
    String(at + 1),
    dossier.MaHoSo,
    dossier.MaTTHC,
    dossier.TenTTHC,
    dossier.TenLinhVuc,
    dossier.ChuHoSo,
    dossier.SoDienThoai,
    dossier.DonViXuLy,
    asSpoken(dossier.NgayTiepNhan),
    asSpoken(dossier.NgayHenTra),
    asSpoken(dossier.NgayTra),
    STATUS_WORDS.get(dossier.TrangThaiHoSo) ?? dossier.TrangThaiHoSo,
  ]);
}

/** The register book as CSV text; encode it as the trial wants. */
export function bookCsvOf(dossiers: Iterable<HoSo>): string {
  const rows = [[...BOOK_HEADINGS], ...bookRowsOf(dossiers)];
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

/** The dossiers in the form of the exchange (`DongBoHoSoMC`). */
export function exchangeJsonOf(dossiers: Iterable<HoSo>): string {
  return JSON.stringify({ service: "DongBoHoSoMC", isUpdating: "True", data: [...dossiers] });
}

function quoted(cell: string): string {
  return /[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function asSpoken(stamp: string): string {
  const at = readStamp(stamp);
  return at === null ? "" : spokenTime(at);
}
