/** A fee as the exchange list has it. `DaThanhToan` is an addition of the made-up server. */
export interface LePhi {
  readonly TenPhiLePhi: string;
  readonly MaPhiLePhi: string;
  readonly HinhThucThu: string;
  readonly Gia: string;
  readonly LoaiPhiLePhi: "P" | "LP";
  readonly DaThanhToan: "True" | "False";
}

/** One wish for more papers, or one putting-off of the due day. */
export interface BoSung {
  readonly HoSoBoSungId: string;
  readonly NguoiYeuCauBoSung: string;
  readonly NoiDungBoSung: string;
  readonly NgayBoSung: string;
  readonly NgayTiepNhanBoSung: string;
  /** `0` still waited for, `1` brought. */
  readonly TrangThaiBoSung: "0" | "1";
  readonly DanhSachGiayToBoSung: readonly { readonly TenGiayTo: string }[];
  readonly NgayHenTraTruoc: string;
  readonly NgayHenTraMoi: string;
}

/**
 * A dossier as one-stop software sends it (fields of `DongBoHoSoMC`): everything is text, times are
 * `yyyyMMddHHmmss` in Vietnam, and what is not there is "". `NgayCapNhat`, when the record last
 * changed, is an addition of the made-up server.
 */
export interface HoSo {
  readonly MaHoSo: string;
  readonly MaTTHC: string;
  readonly TenTTHC: string;
  readonly MaLinhVuc: string;
  readonly TenLinhVuc: string;
  readonly SoBienNhan: string;
  readonly ChuHoSo: string;
  /** `1` citizen, `2` business. */
  readonly LoaiDoiTuong: "1" | "2";
  readonly MaDoiTuong: string;
  readonly ThongTinKhac: string;
  readonly Email: string;
  readonly Fax: string;
  readonly SoDienThoai: string;
  readonly TrichYeuHoSo: string;
  readonly NgayTiepNhan: string;
  readonly NgayHenTra: string;
  readonly TrangThaiHoSo: string;
  readonly NgayTra: string;
  readonly ThongTinTra: string;
  /** `0` at the desk, `1` in another way. */
  readonly HinhThuc: "0" | "1";
  readonly NgayKetThucXuLy: string;
  readonly DonViXuLy: string;
  readonly GhiChu: string;
  readonly NgayCapNhat: string;
  readonly TaiLieuNop: readonly object[];
  readonly DanhSachLePhi: readonly LePhi[];
  readonly DanhSachTepDinhKemKhac: readonly object[];
  readonly DanhSachHoSoBoSung: readonly BoSung[];
  readonly DanhSachGiayToKetQua: readonly object[];
}
