import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { ScanLine, Ticket } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction, Screen } from "../flow/Screen.ts";
import styles from "./Notice.module.css";
import { StepFrame } from "./StepFrame.tsx";

type What = Extract<Screen, { readonly step: "scanned" }>["what"];

export interface ScannedProps {
  readonly what: What;
  /** Whether a number can be taken now. */
  readonly canTake: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}

const ICONS = { ticket: Ticket, unknown: ScanLine } as const;

/** What there is to say about something that was scanned, and the next step: a number, or a person. */
export function Scanned({ what, canTake, dispatch }: ScannedProps): ReactNode {
  const { title, text } = useWords(what);
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

function useWords(what: What): { readonly title: string; readonly text: string } {
  const { t } = useLingui();
  switch (what) {
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
