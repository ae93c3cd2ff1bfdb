import { textOf, useLanguage } from "@luot/i18n";
import { Tile } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import { type Group, groupsOf, pageOf } from "../hall/groups.ts";
import { canTake, type Hall, standingOf } from "../hall/serviceStanding.ts";
import { Choice, Choices } from "./Choices.tsx";
import { OtherWays } from "./OtherWays.tsx";
import { StepFrame } from "./StepFrame.tsx";

export interface ChooseGroupProps {
  readonly hall: Hall;
  readonly page: number;
  /** Whether a scanner may be there: a browser has none. */
  readonly canScan: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}

/** The first question: which agency. It is also what stands there when nobody does anything. */
export function ChooseGroup(props: ChooseGroupProps): ReactNode {
  const { hall, page, canScan, dispatch } = props;
  const { t } = useLingui();
  const shown = pageOf(groupsOf(hall.settings), page);
  return (
    <StepFrame
      title={t`Ông/bà cần làm gì?`}
      lead={t`Mời chọn cơ quan giải quyết.`}
      onBack={null}
      pager={{ ...shown, onTurn: (next) => dispatch({ type: "turned", page: next }) }}
      ways={<OtherWays canScan={canScan} dispatch={dispatch} />}
    >
      <Choices shape="tiles">
        {shown.items.map((group) => (
          <Choice key={group.agency.id}>
            <GroupTile group={group} hall={hall} dispatch={dispatch} />
          </Choice>
        ))}
      </Choices>
    </StepFrame>
  );
}

function GroupTile(props: {
  readonly group: Group;
  readonly hall: Hall;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { t } = useLingui();
  const { language } = useLanguage();
  const { agency, services } = props.group;
  const standings = services.map((service) => standingOf(service, props.hall));
  const waiting = standings.reduce((sum, standing) => sum + (standing.waiting ?? 0), 0);
  const isOffered = standings.some(canTake);
  const [only] = services.length === 1 ? services : [];
  return (
    <Tile
      title={textOf(agency.short, language)}
      note={noteOf()}
      isDisabled={!isOffered}
      onPress={() =>
        props.dispatch({
          type: "chose-group",
          agencyId: agency.id,
          onlyService: only?.id ?? null,
        })
      }
      testId={`group-${agency.id}`}
    />
  );

  function noteOf(): ReactNode {
    if (!isOffered) return t`Hiện không phát số`;
    return props.hall.isCurrent ? t`${{ waiting }} người đang chờ` : undefined;
  }
}
