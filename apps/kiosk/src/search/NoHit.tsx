import { useLingui } from "@lingui/react/macro";
import { Button } from "@luot/ui";
import { Building2, Eraser } from "lucide-react";
import type { ReactNode } from "react";
import { CallHelp } from "../call-help/CallHelp.tsx";
import styles from "./Search.module.css";

/** Nothing answers what was typed: three ways on. The keys stay, to mend it. */
export function NoHit(props: {
  readonly onClear: () => void;
  readonly leave: () => void;
}): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["nohit"]} role="alert" data-testid="no-hit">
      <h2>{t`Chưa tìm thấy thủ tục này`}</h2>
      <p>{t`Mời ông/bà gõ từ khác, hoặc chọn một cách sau:`}</p>
      <div className={styles["ways"]}>
        <Button
          variant="secondary"
          size="large"
          icon={<Eraser aria-hidden size="1.2em" />}
          onPress={props.onClear}
          testId="type-anew"
        >
          {t`Xóa và gõ lại`}
        </Button>
        <Button
          variant="secondary"
          size="large"
          icon={<Building2 aria-hidden size="1.2em" />}
          onPress={props.leave}
          testId="by-agency"
        >
          {t`Chọn theo cơ quan`}
        </Button>
        <CallHelp isMain />
      </div>
    </div>
  );
}
