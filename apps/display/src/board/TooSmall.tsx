import { useLingui } from "@lingui/react/macro";
import { Ruler } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./BoardScreen.module.css";
import type { HungScreen } from "./layout/sizes.ts";

export interface TooSmallProps {
  readonly screen: HungScreen;
  /** The smallest diagonal that would do, inches; `null` where none does. */
  readonly needed: number | null;
}

/** Says that a board can't be read on this screen from that far: who hung it up reads this nearby. */
export function TooSmall({ screen, needed }: TooSmallProps): ReactNode {
  const { t } = useLingui();
  const { diagonalInches, distanceM } = screen;
  return (
    <main id="app-root" className={styles["message"]} data-testid="board-too-small">
      <Ruler aria-hidden size="2.5em" />
      <h1>{t`Màn hình quá nhỏ`}</h1>
      <p>{t`Màn hình ${diagonalInches} inch, người xem xa nhất ngồi cách ${distanceM} m.`}</p>
      {needed !== null && <p>{t`Cần màn hình từ ${needed} inch, hoặc chỗ ngồi gần hơn.`}</p>}
    </main>
  );
}
