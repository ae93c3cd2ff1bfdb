import type { TicketDocument } from "@luot/printer";

/** A usual ticket. */
export function benchTicket(label: string): TicketDocument {
  return {
    centreName: "Trung tâm Phục vụ hành chính công (thử nghiệm)",
    label,
    serviceName: "Hộ tịch – Chứng thực",
    agencyName: "Phòng Tư pháp",
    classLine: "Người cao tuổi",
    counters: "Quầy 5–7",
    aheadLine: "Trước ông/bà có 4 người",
    estimateLine: "Dự kiến chờ 15–20 phút",
    printedAtLine: "In lúc 08:05, 24/11/2026",
    notice: "Số chỉ có giá trị trong ngày",
    footer: "Cảm ơn quý khách!",
    qr: `http://192.0.2.10:7410/p/${"A".repeat(42)}`,
    captions: { title: "SỐ THỨ TỰ", scanHint: "Quét mã để theo dõi lượt" },
  };
}
