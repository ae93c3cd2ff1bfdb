import { useLingui } from "@lingui/react/macro";
import { Banner } from "@luot/ui";
import type { ReactNode } from "react";
import { useOfflineState } from "./OfflineContext.tsx";

/** What was done last could not be written down: it counts as not done. */
export function NotKept(): ReactNode {
  const { t } = useLingui();
  const { isFull } = useOfflineState();
  if (!isFull) return null;
  return (
    <Banner kind="danger" title={t`Không ghi lại được việc vừa làm`} testId="not-kept">
      {t`Ổ đĩa của máy này hoặc nhật ký của quầy đã đầy. Việc đó coi như chưa làm: ghi ra giấy và báo người quản trị.`}
    </Banner>
  );
}
