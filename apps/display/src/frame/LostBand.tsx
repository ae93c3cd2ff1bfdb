import { useLingui } from "@lingui/react/macro";
import { formatClock } from "@luot/i18n";
import { Unplug } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./LostBand.module.css";

export interface LostBandProps {
  /** When the hub was last heard, hub's time. */
  readonly heardAt: number | null;
  readonly timeZone: string;
}

/** Says since when what is shown may be old; the calls stay where they are. */
export function LostBand({ heardAt, timeZone }: LostBandProps): ReactNode {
  const { t } = useLingui();
  const time = heardAt === null ? "–" : formatClock(heardAt, timeZone);
  return (
    <output className={styles["lost"]} data-testid="lost-band">
      <Unplug aria-hidden size="1.2em" />
      {t`Mất kết nối từ ${time}. Số mới có thể chưa hiện; xin nghe cán bộ gọi.`}
    </output>
  );
}
