import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { FileSearch, ScanLine, Ticket } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/kioskFlow.ts";
import type { Issuer } from "../hub/issuerOf.ts";
import type { Scanned as What } from "../scan/scanned.ts";
import styles from "./Notice.module.css";
import { StepFrame } from "./StepFrame.tsx";

export interface ScannedProps {
  readonly what: What;
  readonly issuer: Issuer;
  /** Whether a number can be taken now. */
  readonly canTake: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}

const ICONS = { dossier: FileSearch, ticket: Ticket, unknown: ScanLine } as const;

/** What there is to say about something that was scanned, and the next step: a number, or a person. */
export function Scanned({ what, issuer, canTake, dispatch }: ScannedProps): ReactNode {
  const { title, text } = useWords(what, issuer === "hub");
  const { t } = useLingui();
  const Icon = ICONS[what];
  const again = (): void => dispatch({ type: "started-again" });
  return (
    <StepFrame title={title} onBack={again}>
      <div className={styles["notice"]} aria-live="polite" data-testid="scanned" data-what={what}>
        <Icon aria-hidden size="5rem" />
        <p>{text}</p>
        {canTake && (
          <Button variant="primary" size="large" onPress={again} testId="scanned-take">
            {t`Chọn việc và lấy số`}
          </Button>
        )}
      </div>
    </StepFrame>
  );
}

function useWords(
  what: What,
  isOnline: boolean,
): { readonly title: string; readonly text: string } {
  const { t } = useLingui();
  switch (what) {
    case "dossier":
      return isOnline
        ? {
            title: t`Đây là mã hồ sơ`,
            text: t`Cán bộ tại quầy trả lời về hồ sơ này. Mời ông/bà lấy số.`,
          }
        : {
            title: t`Chưa trả lời được về hồ sơ này`,
            text: t`Máy đang mất kết nối máy chủ. Mời ông/bà lấy số để gặp cán bộ.`,
          };
    case "ticket":
      return {
        title: t`Đây là phiếu số thứ tự`,
        text: t`Mời ông/bà chờ được gọi. Quét mã bằng điện thoại để theo dõi lượt.`,
      };
    case "unknown":
      return {
        title: t`Không đọc được mã này`,
        text: t`Mời ông/bà thử lại, hoặc bấm Cần trợ giúp.`,
      };
    default:
      return what satisfies never;
  }
}
