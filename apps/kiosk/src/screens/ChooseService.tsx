import type { CentreSettings } from "@luot/hub-client";
import { formatMinutesRange, textOf, useLanguage } from "@luot/i18n";
import { Tile } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import { groupsOf, pageOf } from "../hall/groups.ts";
import { canTake, type Hall, prospectOf, standingOf } from "../hall/serviceStanding.ts";
import { Choice, Choices } from "./Choices.tsx";
import { KindIcon } from "./KindIcon.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { serviceTitle } from "./serviceTitle.ts";
import { useStandingNote } from "./useStandingNote.ts";

export interface ChooseServiceProps {
  readonly hall: Hall;
  readonly agencyId: string;
  readonly page: number;
  readonly dispatch: Dispatch<KioskAction>;
}

/** The second question: what for. */
export function ChooseService({ hall, agencyId, page, dispatch }: ChooseServiceProps): ReactNode {
  const { t } = useLingui();
  const { language } = useLanguage();
  const group = groupsOf(hall.settings).find(({ agency }) => agency.id === agencyId);
  const shown = pageOf(group?.services ?? [], page);
  return (
    <StepFrame
      title={group === undefined ? "" : textOf(group.agency.name, language)}
      lead={t`Mời chọn việc cần làm.`}
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
      pager={{ ...shown, onTurn: (next) => dispatch({ type: "turned", page: next }) }}
    >
      <Choices shape="rows">
        {shown.items.map((service) => (
          <Choice key={service.id}>
            <ServiceTile service={service} hall={hall} dispatch={dispatch} />
          </Choice>
        ))}
      </Choices>
    </StepFrame>
  );
}

function ServiceTile(props: {
  readonly service: CentreSettings["services"][number];
  readonly hall: Hall;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const { service, hall, dispatch } = props;
  const standing = standingOf(service, hall);
  const closedNote = useStandingNote(standing.availability);
  const { estimate } = prospectOf(service, "normal", hall);
  const { waiting } = standing;
  const wait =
    waiting === null
      ? undefined
      : `${t`${{ waiting }} người đang chờ`} · ${formatMinutesRange(i18n, estimate)}`;
  return (
    <Tile
      icon={<KindIcon kind={service.kind} />}
      title={serviceTitle(i18n, service, language)}
      note={closedNote ?? wait}
      isDisabled={!canTake(standing)}
      onPress={() => dispatch({ type: "chose-service", serviceId: service.id })}
      testId={`service-${service.id}`}
    />
  );
}
