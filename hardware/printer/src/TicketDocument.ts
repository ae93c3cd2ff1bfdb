/**
 * What stands on one ticket. All words come from the caller, already in the centre's language:
 * this room has no catalogue. An absent or empty field takes no paper.
 */
export interface TicketDocument {
  /** Chooses the words that a template adds; Vietnamese when left out. */
  readonly language?: "vi" | "en";
  readonly centreName: string;
  /** The number as the citizen reads it, e.g. "A017" or "BK2-07". */
  readonly label: string;
  readonly serviceName: string;
  readonly agencyName?: string;
  /** e.g. "Ưu tiên: Người cao tuổi" */
  readonly classLine?: string;
  /** e.g. "Quầy 5–7" */
  readonly counters?: string;
  /** e.g. "Trước bạn có 4 người" */
  readonly aheadLine: string;
  /** e.g. "Dự kiến chờ 15–20 phút" */
  readonly estimateLine: string;
  /** e.g. "In lúc 08:05, 24/11/2026" */
  readonly printedAtLine: string;
  /** e.g. "Số chỉ có giá trị trong ngày" */
  readonly notice: string;
  readonly footer: string;
  /** The text inside the QR code. "" leaves the code out. */
  readonly qr: string;
  /** Present on a second paper for the same number. */
  readonly reprint?: {
    /** e.g. "BẢN IN LẠI" */
    readonly title: string;
    /** 1 for the first reprint. */
    readonly count: number;
  };
  readonly captions: {
    /** Above the number, e.g. "SỐ THỨ TỰ" */
    readonly title: string;
    /** Below the QR code, e.g. "Quét mã để theo dõi lượt" */
    readonly scanHint?: string;
  };
}
