import { useLingui } from "@lingui/react/macro";
import type { CatalogueProcedure } from "@luot/contract";
import { countersText, formatMinutesRange, useLanguage } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import { MapPin, Users } from "lucide-react";
import type { ReactNode } from "react";
import { CallHelp } from "../call-help/CallHelp.tsx";
import { canTake, type Hall, prospectOf, type ServiceStanding } from "../hall/serviceStanding.ts";
import { serviceTitle } from "../screens/serviceTitle.ts";
import { useStandingNote } from "../screens/useStandingNote.ts";
import { lineOf } from "./lineOf.ts";
import styles from "./ProcedureSheet.module.css";

export interface LineOnProps {
  readonly procedure: CatalogueProcedure;
  readonly hall: Hall;
  readonly isOpen: boolean;
  readonly onChoose: (serviceId: string) => void;
}

/** Where to queue for it and who waits there, and the way to a number; else to a person. */
export function LineOn({ procedure, hall, isOpen, onChoose }: LineOnProps): ReactNode {
  const { t } = useLingui();
  const line = lineOf(procedure, hall);
  if (line.kind === "none")
    return (
      <div className={styles["line"]} data-testid="line" data-kind="none">
        <Banner kind="info" title={t`Thủ tục này chưa có hàng chờ`}>
          {t`Mời ông/bà gặp cán bộ hướng dẫn.`}
        </Banner>
        <CallHelp isMain />
      </div>
    );
  const { standing, kind } = line;
  return (
    <div className={styles["line"]} data-testid="line" data-kind={kind}>
      {kind === "guidance" && (
        <Banner kind="info" title={t`Thủ tục này chưa có hàng chờ`}>
          {t`Mời ông/bà lấy số hướng dẫn, cán bộ sẽ chỉ nơi làm.`}
        </Banner>
      )}
      <Standing standing={standing} hall={hall} isOpen={isOpen} />
      {isOpen ? (
        <Button
          variant="primary"
          size="large"
          isDisabled={!canTake(standing)}
          onPress={() => onChoose(standing.service.id)}
          testId="choose-line"
        >
          {kind === "own" ? t`Lấy số` : t`Lấy số hướng dẫn`}
        </Button>
      ) : (
        <Banner kind="warning" title={t`Máy đang không phát số`} testId="no-numbers">
          {t`Mời ông/bà chuẩn bị giấy tờ và đến trong giờ làm việc.`}
        </Banner>
      )}
    </div>
  );
}

/** Where it is; who waits there only while one can still queue. */
function Standing(props: {
  readonly standing: ServiceStanding;
  readonly hall: Hall;
  readonly isOpen: boolean;
}): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { service, counters, waiting, availability } = props.standing;
  const note = useStandingNote(availability);
  const { estimate } = prospectOf(service, "normal", props.hall);
  return (
    <>
      <div className={styles["standing"]}>
        <p>
          <MapPin aria-hidden size="1.3em" />
          <span>
            <strong>{serviceTitle(i18n, service, language)}</strong>
            {counters.length > 0 && ` · ${countersText(i18n, counters)}`}
          </span>
        </p>
        {props.isOpen && waiting !== null && (
          <p data-testid="line-waiting">
            <Users aria-hidden size="1.3em" />
            {t`${{ waiting }} người đang chờ`}
            {estimate !== null && ` · ${formatMinutesRange(i18n, estimate)}`}
          </p>
        )}
      </div>
      {props.isOpen && note !== null && <Banner kind="warning" title={note} />}
    </>
  );
}
