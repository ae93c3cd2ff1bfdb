import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { FileSearch, Search } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import styles from "./OtherWays.module.css";

export interface OtherWaysProps {
  /** Whether a scanner may be there: a browser has none. */
  readonly canScan: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}

/** For who knows what the procedure is called, and for who has a receipt. */
export function OtherWays({ canScan, dispatch }: OtherWaysProps): ReactNode {
  const { t } = useLingui();
  return (
    <>
      {canScan && (
        <p className={styles["note"]}>{t`Có Giấy tiếp nhận? Mời đưa mã vào máy quét.`}</p>
      )}
      <Button
        variant="secondary"
        icon={<Search aria-hidden size="1.4em" />}
        onPress={() => dispatch({ type: "opened-search" })}
        testId="open-search"
      >
        {t`Tìm thủ tục`}
      </Button>
      <Button
        variant="secondary"
        icon={<FileSearch aria-hidden size="1.4em" />}
        onPress={() => dispatch({ type: "opened-look-up", text: "" })}
        testId="open-look-up"
      >
        {t`Tra cứu hồ sơ`}
      </Button>
    </>
  );
}
