import type { DossierView } from "@luot/contract";
import {
  daysLeftText,
  dossierLightText,
  dossierStatusText,
  formatDateTime,
  useLanguage,
} from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import {
  CircleCheck,
  CircleQuestionMark,
  CircleStop,
  CircleX,
  Clock,
  FileCheck,
  FilePen,
  FileCheck2,
  Hourglass,
  Receipt,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import styles from "./StatusPanel.module.css";
import { useHeadline } from "./useHeadline.ts";

const ICONS = {
  "1": Clock,
  "2": FileCheck,
  "3": CircleX,
  "4": Hourglass,
  "5": FilePen,
  "6": Receipt,
  "7": Undo2,
  "8": CircleStop,
  "9": FileCheck2,
  "10": CircleCheck,
} as const;

const LIGHT_ICONS = { on_time: CircleCheck, due_soon: Clock, overdue: TriangleAlert } as const;

/** Where a dossier stands, by word, icon and colour. */
export function StatusPanel(props: {
  readonly dossier: DossierView;
  readonly timeZone: string;
}): ReactNode {
  const { dossier, timeZone } = props;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [tone, words] = useHeadline(dossier);
  const Icon = dossier.status === null ? CircleQuestionMark : ICONS[dossier.status];
  return (
    <div className={`${styles["panel"]} ${styles[tone]}`} data-testid="dossier-status">
      <Icon aria-hidden className={styles["icon"]} size="3rem" />
      <div className={styles["words"]}>
        <h2>{words}</h2>
        {dossier.status !== null && (
          <p className={styles["official"]}>
            {t`Trạng thái: ${{ status: dossierStatusText(i18n, dossier.status) }}`}
            {dossier.statusAt !== null && ` · ${formatDateTime(dossier.statusAt, timeZone)}`}
          </p>
        )}
      </div>
    </div>
  );
}

/** How a dossier stands with its time. Nothing where nothing is due. */
export function Light({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const { i18n } = useLanguage();
  const { light, daysLeft } = dossier;
  if (light === null) return null;
  const Icon = LIGHT_ICONS[light];
  return (
    <p className={`${styles["light"]} ${styles[light]}`} data-testid="dossier-light">
      <Icon aria-hidden size="1.5em" />
      <span>
        <strong>{dossierLightText(i18n, light)}</strong>
        {daysLeft !== null && (
          <span className={styles["days"]}>
            {daysLeftText(i18n, daysLeft, light === "overdue")}
          </span>
        )}
      </span>
    </p>
  );
}
