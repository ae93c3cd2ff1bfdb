import type { Mapping } from "./Mapping.ts";
import { STATUS_WORDS } from "./statusWords.ts";

/**
 * The exchange form of the National Portal (`DongBoHoSoMC`, vietnam.md §13, read in public source
 * code): every value a text, dates `yyyyMMddHHmmss`. `NgayCapNhat` and `DaThanhToan` are not in it,
 * but in what some systems add. Where the result is handed out (`ThongTinTra`) is read only while it
 * waits there: later the field may say who fetched it.
 */
export const DONG_BO_HO_SO_MC: Mapping = {
  timeZone: "Asia/Ho_Chi_Minh",
  dateFormats: ["yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMdd"],
  dueTime: "17:00",
  withoutStatus: "refuse",
  fields: {
    code: { from: ["MaHoSo"] },
    procedureCode: { from: ["MaTTHC"] },
    procedureName: { from: ["TenTTHC"] },
    field: { from: ["TenLinhVuc"] },
    agencyCode: { from: ["MaDonViXuLy", "DonViXuLy"] },
    unit: { from: ["DonViXuLy"] },
    holderName: { from: ["ChuHoSo"] },
    holderKind: { from: ["LoaiDoiTuong"], values: { "1": "citizen", "2": "business" } },
    phone: { from: ["SoDienThoai"] },
    identity: { from: ["MaDoiTuong"] },
    receivedAt: { from: ["NgayTiepNhan"] },
    dueAt: { from: ["NgayHenTra"] },
    newDueAt: { from: ["DanhSachHoSoBoSung[last].NgayHenTraMoi"] },
    reappointments: { from: ["DanhSachHoSoBoSung[each].NgayHenTraMoi"] },
    finishedAt: { from: ["NgayKetThucXuLy"] },
    returnedAt: { from: ["NgayTra"] },
    status: { from: ["TrangThaiHoSo"], values: STATUS_WORDS },
    missing: {
      from: [
        "DanhSachHoSoBoSung[last].DanhSachGiayToBoSung[each].TenGiayTo",
        "DanhSachHoSoBoSung[last].DanhSachGiayToBoSung",
        "DanhSachHoSoBoSung[last].NoiDungBoSung",
      ],
      whenStatus: ["5"],
    },
    feeAmount: { from: ["DanhSachLePhi[each].Gia"] },
    feePaid: { from: ["DanhSachLePhi[each].DaThanhToan"] },
    resultPlace: { from: ["ThongTinTra"], whenStatus: ["9"] },
    updatedAt: { from: ["NgayCapNhat"] },
  },
};

/**
 * A table with the headings of the register book [SỔ THEO DÕI HỒ SƠ] of TT 03/2025/TT-VPCP, or those
 * that one-stop software writes over its lists. The book has no column for a status: without one it
 * is read from the dates.
 */
export const REGISTER_BOOK: Mapping = {
  timeZone: "Asia/Ho_Chi_Minh",
  dateFormats: [
    "excel",
    "dd/MM/yyyy HH:mm:ss",
    "HH:mm dd/MM/yyyy",
    "dd/MM/yyyy",
    "yyyy-MM-dd HH:mm:ss",
    "yyyy-MM-dd",
    "iso",
  ],
  dueTime: "17:00",
  withoutStatus: "dates",
  fields: {
    code: { from: ["Mã hồ sơ", "Mã số hồ sơ", "Số hồ sơ"] },
    procedureCode: { from: ["Mã TTHC", "Mã thủ tục"] },
    procedureName: {
      from: ["Tên TTHC", "Tên thủ tục hành chính", "Tên thủ tục", "Thủ tục hành chính", "Thủ tục"],
    },
    field: { from: ["Lĩnh vực", "Tên lĩnh vực"] },
    agencyCode: { from: ["Mã cơ quan", "Mã đơn vị", "Mã định danh"] },
    unit: {
      from: [
        "Cơ quan chủ trì giải quyết",
        "Cơ quan giải quyết",
        "Đơn vị xử lý",
        "Cơ quan",
        "Đơn vị",
      ],
    },
    holderName: {
      from: [
        "Tên tổ chức, cá nhân",
        "Tên tổ chức cá nhân",
        "Tổ chức, cá nhân",
        "Chủ hồ sơ",
        "Người nộp",
        "Họ và tên",
      ],
    },
    holderKind: {
      from: ["Loại đối tượng", "Đối tượng"],
      values: {
        "1": "citizen",
        "2": "business",
        "Cá nhân": "citizen",
        "Công dân": "citizen",
        "Người dân": "citizen",
        "Tổ chức": "business",
        "Doanh nghiệp": "business",
        "Cơ quan": "business",
      },
    },
    phone: { from: ["Số điện thoại", "Điện thoại", "SĐT", "Địa chỉ/SĐT", "Địa chỉ, SĐT"] },
    identity: {
      from: ["Số định danh cá nhân/tổ chức", "Số định danh", "Số CCCD", "CCCD", "Số giấy tờ"],
    },
    receivedAt: {
      from: ["Nhận hồ sơ", "Ngày tiếp nhận", "Ngày nhận", "Thời gian nhận hồ sơ", "Tiếp nhận"],
    },
    dueAt: {
      from: ["Hẹn trả kết quả", "Ngày hẹn trả", "Ngày hẹn trả kết quả", "Hẹn trả", "Hạn xử lý"],
    },
    newDueAt: { from: ["Hẹn lại", "Ngày hẹn trả mới", "Ngày hẹn lại", "Hẹn lại ngày trả kết quả"] },
    reappointments: { from: ["Số lần hẹn lại"] },
    finishedAt: { from: ["Ngày có kết quả", "Ngày kết thúc xử lý", "Ngày hoàn thành"] },
    returnedAt: { from: ["Trả kết quả", "Ngày trả kết quả", "Ngày trả"] },
    status: { from: ["Trạng thái", "Tình trạng", "Trạng thái hồ sơ"], values: STATUS_WORDS },
    statusAt: { from: ["Ngày chuyển trạng thái"] },
    missing: { from: ["Giấy tờ cần bổ sung", "Nội dung bổ sung"], whenStatus: ["5"] },
    feeAmount: { from: ["Phí, lệ phí", "Lệ phí", "Phí", "Số tiền"] },
    feePaid: { from: ["Đã thanh toán", "Tình trạng thanh toán", "Thanh toán"] },
    resultPlace: { from: ["Nơi trả kết quả khác"] },
    updatedAt: { from: ["Ngày cập nhật", "Cập nhật lúc"] },
  },
};

/** This product's own field names, for whoever pushes dossiers to it. */
export const LUOT_JSON: Mapping = {
  timeZone: "Asia/Ho_Chi_Minh",
  dateFormats: ["iso", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"],
  dueTime: "17:00",
  withoutStatus: "refuse",
  fields: {
    code: { from: ["code"] },
    procedureCode: { from: ["procedureCode"] },
    procedureName: { from: ["procedureName"] },
    field: { from: ["field"] },
    agencyCode: { from: ["agencyCode"] },
    unit: { from: ["unit"] },
    holderName: { from: ["holder.name"] },
    holderKind: { from: ["holder.kind"] },
    phone: { from: ["holder.phone"] },
    identity: { from: ["holder.identity"] },
    receivedAt: { from: ["receivedAt"] },
    dueAt: { from: ["dueAt"] },
    newDueAt: { from: ["newDueAt"] },
    reappointments: { from: ["reappointments"] },
    finishedAt: { from: ["finishedAt"] },
    returnedAt: { from: ["returnedAt"] },
    status: { from: ["status"], values: STATUS_WORDS },
    statusAt: { from: ["statusAt"] },
    missing: { from: ["missing"] },
    feeAmount: { from: ["fee.amount"] },
    feePaid: { from: ["fee.isPaid"] },
    resultPlace: { from: ["resultPlace"] },
    updatedAt: { from: ["updatedAt"] },
  },
};

/** The mappings that come with the product, by the name a source refers to them. */
export const BUILT_IN_MAPPINGS = {
  "dong-bo-ho-so-mc": DONG_BO_HO_SO_MC,
  "register-book": REGISTER_BOOK,
  "luot-json": LUOT_JSON,
} as const satisfies Readonly<Record<string, Mapping>>;
