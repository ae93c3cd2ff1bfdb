import type { CentreSettings, Service } from "@luot/hub-client";
import { countersText, formatMinutesRange, textOf, useLanguage } from "@luot/i18n";
import { Banner, Button, Tile } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { Clock, MapPin, Users } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { ConfirmScreen, KioskAction, Wish } from "../flow/Screen.ts";
import { makeWish } from "../flow/makeWish.ts";
import { pageOf } from "../hall/groups.ts";
import { useHubState } from "../hub/HubContext.ts";
import { canTake, type Hall, prospectOf, standingOf } from "../hall/serviceStanding.ts";
import styles from "./Confirm.module.css";
import { PaperWarning } from "./PaperWarning.tsx";
import { serviceTitle } from "./serviceTitle.ts";
import { Pager, StepFrame } from "./StepFrame.tsx";
import { useStandingNote } from "./useStandingNote.ts";

export interface ConfirmProps {
  readonly hall: Hall;
  readonly service: Service;
  readonly screen: ConfirmScreen;
  readonly hasOneService: boolean;
  readonly dispatch: Dispatch<KioskAction>;
  readonly take: (wish: Wish) => void;
  readonly newId: () => string;
}

/** What somebody gets, whether they go first, and the button that takes the number. */
export function Confirm(props: ConfirmProps): ReactNode {
  const { hall, service, screen, dispatch } = props;
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const reason = hall.settings.priorityReasons.find(({ id }) => id === screen.reasonId);
  const classId = reason?.class ?? "normal";
  const standing = standingOf(service, hall);
  const { printer } = useHubState();
  const take = (): void =>
    props.take(
      makeWish({
        id: props.newId(),
        serviceId: service.id,
        reason,
        language,
        printer,
        dossier: screen.before?.step === "dossier" ? screen.before.dossier : null,
      }),
    );
  return (
    <StepFrame
      title={serviceTitle(i18n, service, language)}
      onBack={() => dispatch({ type: "went-back", hasOneService: props.hasOneService })}
    >
      <Facts service={service} hall={hall} classId={classId} />
      <Priority
        reasons={hall.settings.priorityReasons}
        chosen={screen.reasonId}
        page={screen.page}
        dispatch={dispatch}
      />
      <PaperWarning printer={printer} />
      <div className={styles["take"]}>
        <Button
          variant="primary"
          size="large"
          isDisabled={!canTake(standing)}
          onPress={take}
          testId="take-number"
        >
          {t`LẤY SỐ`}
        </Button>
      </div>
    </StepFrame>
  );
}

function Facts(props: {
  readonly service: Service;
  readonly hall: Hall;
  readonly classId: Parameters<typeof prospectOf>[1];
}): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { service, hall, classId } = props;
  const standing = standingOf(service, hall);
  const { ahead, estimate } = prospectOf(service, classId, hall);
  const note = useStandingNote(standing.availability);
  return (
    <>
      <ul className={styles["facts"]}>
        <li>
          <MapPin aria-hidden size="1.3em" />
          {countersText(i18n, standing.counters)}
        </li>
        {ahead !== null && (
          <li>
            <Users aria-hidden size="1.3em" />
            {t`${{ ahead }} người chờ trước`}
          </li>
        )}
        {estimate !== null && (
          <li>
            <Clock aria-hidden size="1.3em" />
            {formatMinutesRange(i18n, estimate)}
          </li>
        )}
      </ul>
      {note !== null && <Banner kind="warning" title={note} />}
    </>
  );
}

function Priority(props: {
  readonly reasons: CentreSettings["priorityReasons"];
  readonly chosen: string | null;
  readonly page: number;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { t } = useLingui();
  const { language } = useLanguage();
  const { reasons, chosen, page, dispatch } = props;
  if (reasons.length === 0) return null;
  const shown = pageOf(reasons, page);
  return (
    <section className={styles["priority"]}>
      <h2>{t`Ông/bà thuộc đối tượng ưu tiên?`}</h2>
      <p className={styles["soft"]}>{t`Không chọn nếu không thuộc đối tượng ưu tiên.`}</p>
      <ul className={styles["reasons"]}>
        {shown.items.map(({ id, name }) => (
          <li key={id}>
            <Tile
              title={textOf(name, language)}
              isSelected={id === chosen}
              onPress={() =>
                dispatch({ type: "chose-reason", reasonId: id === chosen ? null : id })
              }
              testId={`reason-${id}`}
            />
          </li>
        ))}
      </ul>
      {shown.pages > 1 && (
        <Pager
          page={shown.page}
          pages={shown.pages}
          onTurn={(next) => dispatch({ type: "turned", page: next })}
        />
      )}
    </section>
  );
}
