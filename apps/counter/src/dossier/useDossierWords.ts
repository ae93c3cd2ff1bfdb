import { useLingui } from "@lingui/react/macro";
import { refusalText, useLanguage } from "@luot/i18n";
import type { DossierRefusal } from "./DossiersState.ts";

/** What happened, and what to do next. */
export interface RefusalWords {
  readonly what: string;
  readonly next: string;
}

/** Why a dossier was not added, or a holder not shown, in words. */
export function useDossierRefusal(): (why: DossierRefusal) => RefusalWords {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  return (why) => {
    switch (why) {
      case "payment":
        return {
          what: t`Đây là mã thanh toán, không phải mã hồ sơ.`,
          next: t`Quét mã trên giấy tiếp nhận hồ sơ.`,
        };
      case "no_code":
        return {
          what: t`Đây không phải là mã hồ sơ.`,
          next: t`Quét mã trên giấy tiếp nhận hồ sơ.`,
        };
      case "full":
        return {
          what: t`Mỗi lượt ghi nhiều nhất 20 hồ sơ.`,
          next: t`Các hồ sơ còn lại ghi ở lượt sau.`,
        };
      case "unavailable":
        return {
          what: t`Chưa hỏi được dữ liệu hồ sơ.`,
          next: t`Gọi số và phục vụ vẫn như thường.`,
        };
      default:
        return refusalText(i18n, why, {});
    }
  };
}
