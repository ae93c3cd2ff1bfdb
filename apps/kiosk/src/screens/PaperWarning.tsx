import type { PrinterState } from "@luot/contract";
import { Banner } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { canPrint } from "../flow/paperStanding.ts";

/** Before a number is taken: there will be no paper, and that is no reason not to take one. */
export function PaperWarning({ printer }: { readonly printer: PrinterState | null }): ReactNode {
  const { t } = useLingui();
  if (printer === null)
    return (
      <Banner kind="info" title={t`Máy này không in phiếu`} testId="paper-never">
        {t`Ông/bà vẫn lấy được số. Số hiện trên màn hình để chụp lại.`}
      </Banner>
    );
  if (canPrint(printer)) return null;
  return (
    <Banner
      kind="warning"
      title={printer === "paper_out" ? t`Máy hết giấy` : t`Máy in đang gặp sự cố`}
      testId="paper-warning"
    >
      {t`Ông/bà vẫn lấy được số. Số hiện trên màn hình để chụp lại.`}
    </Banner>
  );
}
