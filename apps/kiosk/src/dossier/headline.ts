import type { DossierView } from "@luot/contract";
import type { I18n } from "@luot/i18n";
import { msg } from "@lingui/core/macro";

/** How a state looks: what goes on by itself, needs its citizen, is good news, or is over. */
export type Tone = "going" | "needed" | "good" | "bad" | "over";

type Status = NonNullable<DossierView["status"]>;

const HEADLINES = {
  "1": { tone: "going", words: msg`Hồ sơ đang chờ tiếp nhận` },
  "2": { tone: "going", words: msg`Hồ sơ đã được tiếp nhận` },
  "3": { tone: "bad", words: msg`Hồ sơ không được tiếp nhận` },
  "4": { tone: "going", words: msg`Hồ sơ đang được xử lý` },
  "5": { tone: "needed", words: msg`Hồ sơ cần bổ sung giấy tờ` },
  "6": { tone: "needed", words: msg`Hồ sơ cần nộp phí, lệ phí` },
  "7": { tone: "over", words: msg`Hồ sơ đã rút theo yêu cầu` },
  "8": { tone: "bad", words: msg`Hồ sơ đã dừng xử lý` },
  "9": { tone: "good", words: msg`Hồ sơ đã có kết quả` },
  "10": { tone: "good", words: msg`Hồ sơ đã trả kết quả` },
} as const satisfies Record<Status, { readonly tone: Tone; readonly words: unknown }>;

const UNKNOWN = { tone: "over", words: msg`Chưa rõ hồ sơ đang ở bước nào` } as const;
const PAID = { tone: "going", words: msg`Đã nộp phí, hồ sơ đang chờ xử lý` } as const;

/** Where a dossier stands, in one plain sentence. A fee that is paid needs nobody any more. */
export function headlineOf(
  i18n: I18n,
  { status, fee }: Pick<DossierView, "status" | "fee">,
): { readonly tone: Tone; readonly words: string } {
  const headline = status === null ? UNKNOWN : HEADLINES[status];
  const { tone, words } = status === "6" && fee?.isPaid === true ? PAID : headline;
  return { tone, words: i18n._(words) };
}
