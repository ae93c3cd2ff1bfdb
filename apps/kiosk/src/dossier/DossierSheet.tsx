import type { DossierView } from "@luot/contract";
import { formatDateTime } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import type { DossierScreen } from "../flow/Screen.ts";
import { DOSSIER_STAYS_MS } from "../flow/stays.ts";
import { StepFrame } from "../screens/StepFrame.tsx";
import { Apology } from "./Apology.tsx";
import { DossierFacts } from "./DossierFacts.tsx";
import styles from "./DossierSheet.module.css";
import { NextPanel, type NextPanelProps } from "./NextPanel.tsx";
import { shortCode } from "./shortCode.ts";
import { Light, StatusPanel } from "./StatusPanel.tsx";
import { Timeline } from "./Timeline.tsx";

export interface DossierSheetProps extends Omit<NextPanelProps, "dossier"> {
  readonly screen: DossierScreen;
}

/** A dossier at one glance: where it stands, until when, what is missing, what to do. */
export function DossierSheet(props: DossierSheetProps): ReactNode {
  const { screen, hall, dispatch } = props;
  const { dossier } = screen;
  const { t } = useLingui();
  const { timeZone } = hall.settings.calendar;
  return (
    <StepFrame
      title={t`Hồ sơ ${{ code: shortCode(dossier.code) }}`}
      lead={dossier.procedure.name}
      aside={<Light dossier={dossier} />}
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
      {...(dossier.canProve ? { ways: <SeeMore dispatch={dispatch} /> } : {})}
    >
      <div className={styles["sheet"]} data-testid="dossier" data-status={dossier.status}>
        <div className={styles["part"]}>
          <StatusPanel dossier={dossier} timeZone={timeZone} />
          <Timeline dossier={dossier} timeZone={timeZone} />
          <DossierFacts dossier={dossier} hall={hall} />
        </div>
        <div className={styles["part"]}>
          <Apology dossier={dossier} timeZone={timeZone} />
          <NextPanel {...props} dossier={dossier} />
        </div>
      </div>
      <Age dossier={dossier} timeZone={timeZone} />
    </StepFrame>
  );
}

function SeeMore({ dispatch }: Pick<DossierSheetProps, "dispatch">): ReactNode {
  const { t } = useLingui();
  return (
    <Button
      variant="secondary"
      icon={<KeyRound aria-hidden size="1.3em" />}
      onPress={() => dispatch({ type: "asked-more" })}
      testId="see-more"
    >
      {t`Xem thêm`}
    </Button>
  );
}

/** How old the data is, with a warning when that is too old, and how long it stands here. */
function Age({
  dossier,
  timeZone,
}: {
  readonly dossier: DossierView;
  readonly timeZone: string;
}): ReactNode {
  const { t } = useLingui();
  const asOf = t`Dữ liệu cập nhật lúc ${{ time: formatDateTime(dossier.asOf, timeZone) }}`;
  if (dossier.isStale)
    return (
      <Banner kind="warning" title={asOf} testId="stale">
        {t`Dữ liệu đã cũ, có thể chưa đúng với hiện nay.`}
      </Banner>
    );
  return (
    <p className={styles["small"]}>
      <span data-testid="as-of">{asOf}</span>
      <span>{t`Tự xóa sau ${{ seconds: DOSSIER_STAYS_MS / 1_000 }} giây`}</span>
    </p>
  );
}
