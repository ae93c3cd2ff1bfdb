import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LauncherState } from "@luot/contract";
import type { I18n } from "@luot/i18n";
import type { LauncherError } from "./LauncherAction.ts";

type PrinterWord = LauncherState["hub"]["printer"];
type Alarm = LauncherState["alarms"][number];
type Role = LauncherState["accounts"][number]["role"];

const PRINTERS = {
  none: msg`Không có máy in`,
  ready: msg`Sẵn sàng`,
  paper_low: msg`Sắp hết giấy`,
  paper_out: msg`Hết giấy`,
  cover_open: msg`Nắp đang mở`,
  offline: msg`Không liên lạc được`,
  unknown: msg`Chưa rõ trạng thái`,
} as const satisfies Record<PrinterWord, MessageDescriptor>;

const PRINTER_STEPS = {
  none: null,
  ready: null,
  paper_low: msg`Chuẩn bị cuộn giấy mới.`,
  paper_out: msg`Thay cuộn giấy. Kiosk vẫn cấp số trên màn hình.`,
  cover_open: msg`Đóng nắp máy in.`,
  offline: msg`Kiểm tra nguồn và dây nối của máy in.`,
  unknown: msg`Kiểm tra nguồn và dây nối của máy in.`,
} as const satisfies Record<PrinterWord, MessageDescriptor | null>;

const PARTS = {
  screen: msg`Màn hình`,
  sound: msg`Loa`,
  printer: msg`Máy in`,
  scanner: msg`Máy quét`,
} as const;

const PART_STATES = {
  ready: msg`Sẵn sàng`,
  degraded: msg`Trục trặc`,
  lost: msg`Không liên lạc được`,
} as const;

const ERRORS = {
  local_only: msg`Chỉ thực hiện được trên chính máy chủ.`,
  bad_request: msg`Máy chủ không hiểu yêu cầu. Tải lại trang rồi thử lại.`,
  unknown_code: msg`Mã này không còn hiệu lực. Xem lại mã trên thiết bị.`,
  unknown_counter: msg`Cài đặt không có quầy này. Chọn quầy khác.`,
  unknown_device: msg`Thiết bị này không còn trong danh sách.`,
  unknown_alarm: msg`Cảnh báo này đã được xử lý.`,
  unreachable: msg`Không liên lạc được với máy chủ. Thử lại sau ít giây.`,
  failed: msg`Máy chủ gặp lỗi và chưa thực hiện. Thử lại.`,
} as const satisfies Record<LauncherError, MessageDescriptor>;

const ACCOUNT_USES = {
  officer: msg`Đăng nhập ở màn hình quầy để gọi số`,
  receptionist: msg`Quầy hướng dẫn: gọi số, lấy số hộ công dân`,
  supervisor: msg`Ở quầy: như cán bộ, thêm gọi số chỉ định`,
  administrator: msg`Ở quầy: mọi quyền`,
} as const satisfies Record<Role, MessageDescriptor>;

/** How the ticket printer is: "Hết giấy". */
export function printerText(i18n: I18n, printer: PrinterWord): string {
  return i18n._(PRINTERS[printer]);
}

/** How a part of a device is: "Máy in: Hết giấy". */
export function partText(
  i18n: I18n,
  part: LauncherState["devices"][number]["parts"][number],
): string {
  const state =
    part.printer === undefined ? i18n._(PART_STATES[part.state]) : printerText(i18n, part.printer);
  return `${i18n._(PARTS[part.name])}: ${state}`;
}

/** Why the hub did not do what it was asked, and what to do next. */
export function launcherErrorText(i18n: I18n, error: LauncherError): string {
  return i18n._(ERRORS[error]);
}

/** Where an account of the demonstration is of use. */
export function accountUseText(i18n: I18n, role: Role): string {
  return i18n._(ACCOUNT_USES[role]);
}

/** An alarm in words. */
export interface AlarmWords {
  readonly what: string;
  /** What to do next. */
  readonly next: string;
}

/** What an alarm says and what to do about it. Its subject means something else for each kind. */
export function alarmText(i18n: I18n, { kind, subject }: Alarm): AlarmWords {
  switch (kind) {
    case "help_wanted":
      return {
        what:
          subject === ""
            ? i18n._(msg`Có người cần giúp`)
            : i18n._(msg`Cần giúp tại ${{ place: subject }}`),
        next: i18n._(msg`Cử cán bộ hướng dẫn đến.`),
      };
    case "printer": {
      const printer = isPrinterWord(subject) ? subject : "unknown";
      const step = PRINTER_STEPS[printer];
      return {
        what: i18n._(msg`Máy in: ${{ state: printerText(i18n, printer) }}`),
        next: step === null ? "" : i18n._(step),
      };
    }
    case "print_unknown":
      return {
        what: i18n._(msg`Không rõ phiếu ${{ label: subject }} đã in hay chưa`),
        next: i18n._(msg`Xem tại máy in; nếu chưa có phiếu thì in lại ở quầy.`),
      };
    case "print_failed":
      return {
        what: i18n._(msg`Phiếu ${{ label: subject }} không in được`),
        next: i18n._(msg`Xem máy in, rồi in lại ở quầy nếu công dân cần phiếu.`),
      };
    case "roll_low":
      return {
        what: i18n._(msg`Cuộn giấy còn khoảng ${{ metres: subject }} mét`),
        next: i18n._(msg`Thay cuộn giấy, rồi bấm “Đã thay cuộn giấy”.`),
      };
    case "device_printer": {
      const [word = "", ...name] = subject.split("/");
      const printer = isPrinterWord(word) ? word : "unknown";
      const step = PRINTER_STEPS[printer];
      const state = printerText(i18n, printer);
      return {
        what: i18n._(msg`Máy in của ${{ name: name.join("/") }}: ${{ state }}`),
        next: step === null ? "" : i18n._(step),
      };
    }
    case "offline_refused": {
      const [label = "", code = ""] = subject.split("/");
      return {
        what: i18n._(msg`Số ${{ label }} cấp khi mất kết nối không nhập được (${{ code }})`),
        next: i18n._(msg`Công dân vẫn giữ phiếu này: lấy cho họ số mới tại quầy hướng dẫn.`),
      };
    }
    case "clock_jumped":
      return {
        what: i18n._(msg`Đồng hồ máy chủ nhảy ${{ seconds: subject }} giây`),
        next: i18n._(msg`Xem giờ của máy chủ, sửa nếu sai rồi xác nhận.`),
      };
    case "device_lost":
      return {
        what: i18n._(msg`Thiết bị ${{ name: subject }} báo lỗi`),
        next: i18n._(msg`Kiểm tra thiết bị. Cảnh báo tự hết khi thiết bị báo lại là tốt.`),
      };
    case "dossiers_stale":
    case "import_refused":
    case "register":
    case "guessing":
      return dossierAlarm(i18n, kind, subject);
    default:
      return kind satisfies never;
  }
}

type DossierAlarmKind = Extract<
  Alarm["kind"],
  "dossiers_stale" | "import_refused" | "register" | "guessing"
>;

function dossierAlarm(i18n: I18n, kind: DossierAlarmKind, subject: string): AlarmWords {
  switch (kind) {
    case "dossiers_stale":
      return {
        what: i18n._(msg`Dữ liệu hồ sơ từ nguồn ${{ source: subject }} đã cũ`),
        next: i18n._(msg`Xem phần mềm một cửa và lần nhập gần nhất ở trang Hồ sơ.`),
      };
    case "import_refused":
      return {
        what: i18n._(msg`Lần nhập hồ sơ từ ${{ source: subject }} bị từ chối`),
        next: i18n._(msg`Mở trang Hồ sơ: mỗi dòng bị từ chối có lý do.`),
      };
    case "register":
      if (subject === "folder")
        return {
          what: i18n._(msg`Không dùng được thư mục nhận tệp hồ sơ`),
          next: i18n._(msg`Xem quyền của thư mục dossiers, rồi khởi động lại máy chủ.`),
        };
      if (subject === "out")
        return {
          what: i18n._(msg`Không đọc được cài đặt nơi nhận tin về hồ sơ`),
          next: i18n._(msg`Chọn lại nơi nhận tin về các số lấy cho hồ sơ.`),
        };
      return {
        what: i18n._(msg`Sổ hồ sơ không ghi được`),
        next: i18n._(msg`Xem đĩa còn trống không; việc gọi số không bị ảnh hưởng.`),
      };
    case "guessing":
      return {
        what: i18n._(msg`Có người dò mã hồ sơ tại ${{ place: subject }}`),
        next: i18n._(msg`Cử cán bộ đến xem. Tra cứu ở đó tạm chậm lại.`),
      };
    default:
      return kind satisfies never;
  }
}

function isPrinterWord(text: string): text is PrinterWord {
  return Object.hasOwn(PRINTERS, text);
}
