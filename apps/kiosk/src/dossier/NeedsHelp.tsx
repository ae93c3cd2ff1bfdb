import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { HandHelping } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import { CallHelp } from "../call-help/CallHelp.tsx";
import type { KioskAction } from "../flow/Screen.ts";
import styles from "../screens/Notice.module.css";
import { StepFrame } from "../screens/StepFrame.tsx";
import own from "./Unfound.module.css";

/** After three unknown codes: a person, not another try. */
export function NeedsHelp(props: {
  readonly canTake: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { t } = useLingui();
  const again = (): void => props.dispatch({ type: "started-again" });
  return (
    <StepFrame title={t`Mời ông/bà gọi cán bộ giúp`} onBack={again}>
      <div className={styles["notice"]} role="alert" data-testid="needs-help">
        <HandHelping aria-hidden size="5rem" />
        <p>{t`Máy chưa tìm thấy hồ sơ sau ba lần. Cán bộ sẽ xem giấy cùng ông/bà.`}</p>
        <div className={own["ways"]}>
          <CallHelp isMain />
          {props.canTake && (
            <Button variant="secondary" size="large" onPress={again} testId="take-instead">
              {t`Chọn việc và lấy số`}
            </Button>
          )}
        </div>
      </div>
    </StepFrame>
  );
}
