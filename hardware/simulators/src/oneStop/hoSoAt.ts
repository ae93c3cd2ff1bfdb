import { type DossierLife, type LifeStep, stepAt } from "./DossierLife.ts";
import type { BoSung, HoSo, LePhi } from "./HoSo.ts";
import { stampOf } from "./vietnamTime.ts";

/**
 * A dossier as one-stop software would send it at a moment.
 *
 * @param at epoch ms
 * @param clockOffMs how much the software's own clock is ahead: it shows in `NgayCapNhat`
 * @returns `null` before it was received
 */
export function hoSoAt(life: DossierLife, at: number, clockOffMs = 0): HoSo | null {
  const last = stepAt(life, at);
  const past = life.steps.slice(0, last + 1);
  const now = past.at(-1);
  return now === undefined ? null : written(life, past, now, clockOffMs);
}

function written(
  life: DossierLife,
  past: readonly LifeStep[],
  now: LifeStep,
  clockOffMs: number,
): HoSo {
  const { procedure, holder } = life;
  const timeOf = (...statuses: readonly string[]): string => {
    const step = past.find(({ status }) => statuses.includes(status));
    return step === undefined ? "" : stampOf(step.at);
  };
  return {
    MaHoSo: life.code,
    MaTTHC: procedure.code,
    TenTTHC: procedure.name,
    MaLinhVuc: procedure.fieldCode,
    TenLinhVuc: procedure.field,
    SoBienNhan: `BN-${life.index + 1}`,
    ChuHoSo: holder.name,
    LoaiDoiTuong: life.isBusiness ? "2" : "1",
    MaDoiTuong: holder.identity,
    ThongTinKhac: "",
    Email: "",
    Fax: "",
    SoDienThoai: holder.phone,
    TrichYeuHoSo: procedure.name,
    NgayTiepNhan: stampOf(life.receivedAt),
    NgayHenTra: stampOf(life.dueAt),
    TrangThaiHoSo: now.status,
    NgayTra: timeOf("10"),
    ThongTinTra: life.resultPlace,
    HinhThuc: life.isOnline ? "1" : "0",
    NgayKetThucXuLy: timeOf("3", "7", "8", "9"),
    DonViXuLy: procedure.unit,
    GhiChu: "",
    NgayCapNhat: stampOf(now.at + clockOffMs),
    TaiLieuNop: [],
    DanhSachLePhi: feesOf(life, now),
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: supplementsOf(life, past),
    DanhSachGiayToKetQua: [],
  };
}

function feesOf({ procedure, steps }: DossierLife, { status }: LifeStep): readonly LePhi[] {
  const asksToPay = steps.some((step) => step.status === "6");
  // Whoever is asked to pay owes something, also for what else is free.
  const amount = procedure.fee === 0 && asksToPay ? 30_000 : procedure.fee;
  if (amount === 0) return [];
  return [
    {
      TenPhiLePhi: "Lệ phí giải quyết hồ sơ",
      MaPhiLePhi: "LP01",
      HinhThucThu: "1",
      Gia: String(amount),
      LoaiPhiLePhi: "LP",
      DaThanhToan: status === "6" || status === "1" ? "False" : "True",
    },
  ];
}

/** What was asked for, and each putting-off of the due day, in order. */
function supplementsOf(life: DossierLife, past: readonly LifeStep[]): readonly BoSung[] {
  const all: BoSung[] = [];
  let due = life.dueAt;
  for (const step of past) {
    if (step.status === "5") all.push(asked(life, step, all.length));
    if (step.newDueAt === undefined) continue;
    const dates = { NgayHenTraTruoc: stampOf(due), NgayHenTraMoi: stampOf(step.newDueAt) };
    due = step.newDueAt;
    const open = all.at(-1);
    if (open?.TrangThaiBoSung === "0")
      all[all.length - 1] = {
        ...open,
        ...dates,
        TrangThaiBoSung: "1",
        NgayTiepNhanBoSung: stampOf(step.at),
      };
    else all.push({ ...putOff(life, step, all.length), ...dates });
  }
  return all;
}

function asked({ index, missing }: DossierLife, { at }: LifeStep, count: number): BoSung {
  return {
    HoSoBoSungId: `${index}-${count + 1}`,
    NguoiYeuCauBoSung: "Cán bộ thử nghiệm",
    NoiDungBoSung: `Bổ sung: ${missing.join("; ")}`,
    NgayBoSung: stampOf(at),
    NgayTiepNhanBoSung: "",
    TrangThaiBoSung: "0",
    DanhSachGiayToBoSung: missing.map((TenGiayTo) => ({ TenGiayTo })),
    NgayHenTraTruoc: "",
    NgayHenTraMoi: "",
  };
}

function putOff({ index }: DossierLife, { at }: LifeStep, count: number): BoSung {
  return {
    HoSoBoSungId: `${index}-${count + 1}`,
    NguoiYeuCauBoSung: "Cán bộ thử nghiệm",
    NoiDungBoSung: "Xin lỗi và hẹn lại ngày trả kết quả",
    NgayBoSung: stampOf(at),
    NgayTiepNhanBoSung: stampOf(at),
    TrangThaiBoSung: "1",
    DanhSachGiayToBoSung: [],
    NgayHenTraTruoc: "",
    NgayHenTraMoi: "",
  };
}
