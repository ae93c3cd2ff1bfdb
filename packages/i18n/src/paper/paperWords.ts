/** The words on a printed ticket. Plain data, so that the hub can print without a screen's tools. */
interface PaperWords {
  readonly title: string;
  readonly scanHint: string;
  readonly reprint: string;
  readonly counter: (numbers: string) => string;
  readonly ahead: (people: number) => string;
  readonly wait: (lowMinutes: number, highMinutes: number) => string;
  readonly waitUnknown: string;
  readonly printedAt: (clock: string, date: string) => string;
  readonly demo: string;
}

/** Vietnamese first: the wording of the centres' own tickets. */
const vi: PaperWords = {
  title: "SỐ THỨ TỰ",
  scanHint: "Quét mã để theo dõi lượt trên điện thoại",
  reprint: "BẢN IN LẠI",
  counter: (numbers) => `Quầy phục vụ: ${numbers}`,
  ahead: (people) => `Số người chờ trước: ${people}`,
  wait: (low, high) =>
    low === high
      ? `Thời gian chờ dự kiến: khoảng ${high} phút`
      : `Thời gian chờ dự kiến: ${low}–${high} phút`,
  waitUnknown: "Thời gian chờ: chưa có quầy mở",
  printedAt: (clock, date) => `Thời gian in phiếu: ${clock}, ${date}`,
  demo: "BẢN DÙNG THỬ",
};

const en: PaperWords = {
  title: "YOUR NUMBER",
  scanHint: "Scan to follow your turn on your phone",
  reprint: "REPRINT",
  counter: (numbers) => `Counters: ${numbers}`,
  ahead: (people) => `People before you: ${people}`,
  wait: (low, high) =>
    low === high ? `Estimated wait: about ${high} min` : `Estimated wait: ${low}–${high} min`,
  waitUnknown: "Estimated wait: no counter is open yet",
  printedAt: (clock, date) => `Printed at ${clock}, ${date}`,
  demo: "DEMONSTRATION",
};

/** The words of a ticket in its language. */
export function paperWords(language: "vi" | "en"): PaperWords {
  return language === "vi" ? vi : en;
}
