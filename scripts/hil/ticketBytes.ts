import { encodeTicket, PRINTER_PROFILES, renderTicket, type TicketDocument } from "@luot/printer";
import { TICKET_PROFILE } from "./ticketFile.ts";

const TICKET: TicketDocument = {
  centreName: "Trung tâm Phục vụ hành chính công phường Hà Giang 1",
  label: "A017",
  serviceName: "Cấp đổi giấy phép lái xe quốc tế",
  agencyName: "Sở Xây dựng",
  classLine: "Ưu tiên: Người cao tuổi",
  counters: "Quầy 5–7",
  aheadLine: "Trước bạn có 4 người",
  estimateLine: "Dự kiến chờ 15–20 phút",
  printedAtLine: "In lúc 08:05, thứ Ba 24/11/2026",
  notice: "Số chỉ có giá trị trong ngày",
  footer: "Cảm ơn Quý khách!",
  qr: "http://192.0.2.10:7410/phone/t/7K3QX2M9PA4D6TZN",
  captions: { title: "SỐ THỨ TỰ", scanHint: "Quét mã để theo dõi lượt của bạn" },
};

/** A ticket as the hub prints it: drawn and encoded by our own code, for {@link TICKET_PROFILE}. */
export function ticketBytes(): Uint8Array {
  const profile = PRINTER_PROFILES[TICKET_PROFILE];
  return encodeTicket(renderTicket(TICKET, profile), profile);
}
