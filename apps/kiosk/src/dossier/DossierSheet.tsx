import { formatDateTime } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { Check, KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import type { DossierScreen } from "../flow/Screen.ts";
import { DOSSIER_STAYS_MS } from "../flow/stays.ts";
import { StepFrame } from "../screens/StepFrame.tsx";
import { Apology } from "./Apology.tsx";
import { DossierFacts } from "./DossierFacts.tsx";
import styles from "./DossierSheet.module.css";
import { MissingPapers } from "./MissingPapers.tsx";
import { NextPanel, type NextPanelProps } from "./NextPanel.tsx";
import { shortCode } from "./shortCode.ts";
import { StatusPanel } from "./StatusPanel.tsx";
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
  const asOf = t`Dữ liệu cập nhật lúc ${{ time: formatDateTime(dossier.asOf, timeZone) }}`;
  return (
    <StepFrame
      title={t`Hồ sơ ${{ code: shortCode(dossier.code) }}`}
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
      ways={<Ways {...props} />}
    >
      <div className={styles["sheet"]} data-testid="dossier" data-status={dossier.status}>
        <p className={styles["procedure"]}>{dossier.procedure.name}</p>
        <div className={styles["part"]}>
          <StatusPanel dossier={dossier} timeZone={timeZone} />
          <Timeline dossier={dossier} timeZone={timeZone} />
          <DossierFacts dossier={dossier} hall={hall} />
        </div>
        <div className={styles["part"]}>
          <Apology dossier={dossier} timeZone={timeZone} />
          <MissingPapers missing={dossier.missing} page={screen.page} dispatch={dispatch} />
          {dossier.isStale && (
            <Banner kind="warning" title={asOf} testId="stale">
              {t`Dữ liệu đã cũ, có thể chưa đúng với hiện nay.`}
            </Banner>
          )}
          <NextPanel {...props} dossier={dossier} />
        </div>
      </div>
      <p className={styles["small"]}>
        {!dossier.isStale && <span data-testid="as-of">{asOf}</span>}
        <span>{t`Màn hình tự xóa sau ${{ seconds: DOSSIER_STAYS_MS / 1_000 }} giây không chạm.`}</span>
      </p>
    </StepFrame>
  );
}

function Ways({ screen, dispatch }: DossierSheetProps): ReactNode {
  const { t } = useLingui();
  return (
    <>
      {screen.dossier.canProve && (
        <Button
          variant="secondary"
          icon={<KeyRound aria-hidden size="1.3em" />}
          onPress={() => dispatch({ type: "asked-more" })}
          testId="see-more"
        >
          {t`Xem thêm`}
        </Button>
      )}
      <Button
        variant="secondary"
        icon={<Check aria-hidden size="1.3em" />}
        onPress={() => dispatch({ type: "ended", at: performance.now() })}
        testId="dossier-done"
      >
        {t`Xong`}
      </Button>
    </>
  );
}
