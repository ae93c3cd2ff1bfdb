import type { DossierView } from "@luot/contract";
import { useLingui } from "@lingui/react/macro";

/** How a state looks: what goes on by itself, needs its citizen, is good news, or is over. */
export type Tone = "going" | "needed" | "good" | "bad" | "over";

type Status = NonNullable<DossierView["status"]>;
type Headline = readonly [Tone, string];

/** Where a dossier stands, in one plain sentence. A fee that is paid needs nobody any more. */
export function useHeadline({ status, fee }: Pick<DossierView, "status" | "fee">): Headline {
  const { t } = useLingui();
  const headlines: Readonly<Record<Status, Headline>> = {
    "1": ["going", t`Hồ sơ đang chờ tiếp nhận`],
    "2": ["going", t`Hồ sơ đã được tiếp nhận`],
    "3": ["bad", t`Hồ sơ không được tiếp nhận`],
    "4": ["going", t`Hồ sơ đang được xử lý`],
    "5": ["needed", t`Hồ sơ cần bổ sung giấy tờ`],
    "6":
      fee?.isPaid === true
        ? ["going", t`Đã nộp phí, hồ sơ đang chờ xử lý`]
        : ["needed", t`Hồ sơ cần nộp phí, lệ phí`],
    "7": ["over", t`Hồ sơ đã rút theo yêu cầu`],
    "8": ["bad", t`Hồ sơ đã dừng xử lý`],
    "9": ["good", t`Hồ sơ đã có kết quả`],
    "10": ["good", t`Hồ sơ đã trả kết quả`],
  };
  return status === null ? ["over", t`Chưa rõ hồ sơ đang ở bước nào`] : headlines[status];
}
