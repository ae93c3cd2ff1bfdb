import type { TicketDocument } from "../TicketDocument.ts";

/** A ticket as a ward's centre prints it, with what a test wants to be different. */
export function aTicket(changes: Partial<TicketDocument>): TicketDocument {
  return {
    centreName: "Trung tâm Phục vụ hành chính công phường Hà Giang 1",
    label: "A017",
    serviceName: "Hộ tịch – Chứng thực",
    agencyName: "Phòng Tư pháp",
    classLine: "Ưu tiên: Người cao tuổi",
    counters: "Quầy 5–7",
    aheadLine: "Trước bạn có 4 người",
    estimateLine: "Dự kiến chờ 15–20 phút",
    printedAtLine: "In lúc 08:05, thứ Ba 24/11/2026",
    notice: "Số chỉ có giá trị trong ngày",
    footer: "Cảm ơn Quý khách!",
    qr: "http://192.0.2.10:7410/phone/t/7K3QX2M9PA4D6TZN",
    captions: { title: "SỐ THỨ TỰ", scanHint: "Quét mã để theo dõi lượt của bạn" },
    ...changes,
  };
}
