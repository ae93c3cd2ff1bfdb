import { DEFAULT_TEMPLATE, type TicketTemplate } from "../layout/TicketTemplate.ts";
import type { PrinterProfile } from "../printerProfiles.ts";
import type { TicketDocument } from "../TicketDocument.ts";

/** Every Vietnamese letter with every tone, small and capital. */
const LETTERS = [
  "a à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ",
  "e è é ẻ ẽ ẹ ê ề ế ể ễ ệ i ì í ỉ ĩ ị",
  "o ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ",
  "u ù ú ủ ũ ụ ư ừ ứ ử ữ ự y ỳ ý ỷ ỹ ỵ đ",
].flatMap((letters) => [letters, letters.toLocaleUpperCase("vi")]);

/** The layout of a test: the ticket as it is, the paper's edges, and every letter. */
export const TEST_TEMPLATE: TicketTemplate = {
  parts: [
    ...DEFAULT_TEMPLATE.parts,
    { kind: "rule", line: "solid" },
    ...LETTERS.map((vi) => ({ kind: "text", vi, size: "small" }) as const),
    { kind: "rule", line: "solid" },
  ],
};

/**
 * The ticket of a technician: nobody's number, all marks, and what the printer was taken for. Where
 * it stands visibly to the left or its right is missing, the profile is another model's.
 *
 * @param printedAt epoch ms
 */
export function testTicket(profile: PrinterProfile, printedAt: number): TicketDocument {
  const format = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    dateStyle: "short",
    timeStyle: "short",
  });
  return {
    centreName: "Phiếu in thử – không có giá trị",
    label: "A000",
    serviceName: "Nguyễn Thị Hằng – Cấp đổi giấy phép lái xe quốc tế, Ẵ Ẫ Ễ Ộ ỹ ỵ",
    agencyName: `${profile.name}, ${profile.widthDots} điểm, ${profile.dpi} dpi`,
    classLine: "Ưu tiên: Người cao tuổi",
    counters: "Quầy 5–7",
    aheadLine: "Trước bạn có 4 người",
    estimateLine: "Dự kiến chờ ≈ 15–20 phút",
    printedAtLine: `In lúc ${format.format(printedAt)}`,
    notice: "Phiếu này chỉ để thử máy in",
    footer: "Nếu đọc được mọi dòng và mã, máy in tốt.",
    qr: `LUOT-PRINTER-TEST-${profile.id.toUpperCase()}`,
    captions: { title: "SỐ THỨ TỰ", scanHint: "Quét mã để thử" },
  };
}
