import type { ReactNode } from "react";
import { isLookUp, LookUp } from "../dossier/LookUp.tsx";
import type { Screen } from "../flow/Screen.ts";
import type { Kiosk } from "../flow/useKiosk.ts";
import type { HallStanding } from "../hall/hallStanding.ts";
import type { Issuer } from "../hub/issuerOf.ts";
import type { Hall } from "../hall/serviceStanding.ts";
import { Search } from "../search/Search.tsx";
import type { SearchAt } from "../search/SearchAt.ts";
import { ChooseGroup } from "./ChooseGroup.tsx";
import { ChooseService } from "./ChooseService.tsx";
import { ClosedHall } from "./ClosedHall.tsx";
import { Confirm } from "./Confirm.tsx";
import { LostHub } from "./LostHub.tsx";
import { OfflineNote } from "./OfflineNote.tsx";
import { Refused } from "./Refused.tsx";
import { Scanned } from "./Scanned.tsx";
import { Starting } from "./Starting.tsx";
import { Taking } from "./Taking.tsx";
import { TicketGiven } from "./TicketGiven.tsx";

export interface KioskScreenProps {
  readonly kiosk: Kiosk;
  readonly hall: Hall;
  readonly standing: HallStanding;
  /** Whether the process of the devices is there; `null` in a browser. */
  readonly devices: "up" | "down" | null;
  readonly issuer: Issuer;
  readonly origin: string;
  /** Epoch ms of the hub's clock. */
  readonly now: number;
}

/** The screen for where somebody stands. What is under way ends before a closed hall is told. */
export function KioskScreen(props: KioskScreenProps): ReactNode {
  const { kiosk, hall, standing, issuer, origin, devices, now } = props;
  const { flow, dispatch, take, askCopy, newId } = kiosk;
  const { screen } = flow;
  if (screen.step === "ticket")
    return (
      <TicketGiven
        ticket={screen.ticket}
        paper={screen.paper}
        hall={hall}
        origin={origin}
        dispatch={dispatch}
        askCopy={askCopy}
      />
    );
  if (screen.step === "taking") return <Taking issuer={issuer} />;
  if (screen.step === "refused") return <Refused screen={screen} dispatch={dispatch} take={take} />;
  if (devices === "down") return <Starting />;
  const canTake = issuer !== "nobody" && standing.kind === "open";
  if (screen.step === "scanned")
    return <Scanned what={screen.what} canTake={canTake} dispatch={dispatch} />;
  const canScan = devices !== null;
  const looking = { hall, standing, issuer, now, dispatch, take, newId, canScan };
  if (isLookUp(screen)) return <LookUp {...looking} screen={screen} />;
  if (screen.step === "search") return <Searching {...props} at={screen.at} isOpen={canTake} />;
  if (issuer === "nobody") return <LostHub />;
  if (standing.kind !== "open")
    return <ClosedHall standing={standing} canScan={canScan} dispatch={dispatch} />;
  return (
    <>
      {issuer === "kiosk" && <OfflineNote isBrief={screen.step === "confirm"} />}
      <Choosing {...props} screen={screen} />
    </>
  );
}

type Choice = Extract<Screen, { readonly step: "group" | "service" | "confirm" }>;

function Choosing(props: KioskScreenProps & { readonly screen: Choice }): ReactNode {
  const { kiosk, hall, screen, devices } = props;
  const { dispatch, take, newId } = kiosk;
  if (screen.step === "service")
    return (
      <ChooseService
        hall={hall}
        agencyId={screen.agencyId}
        page={screen.page}
        dispatch={dispatch}
      />
    );
  const { services } = hall.settings;
  const service =
    screen.step === "confirm" ? services.find(({ id }) => id === screen.serviceId) : undefined;
  // New settings may have taken away what was chosen: then the choice begins again.
  if (screen.step === "group" || service === undefined)
    return (
      <ChooseGroup
        hall={hall}
        page={screen.step === "group" ? screen.page : 0}
        canScan={devices !== null}
        dispatch={dispatch}
      />
    );
  const ofAgency = services.filter(({ agencyId }) => agencyId === screen.agencyId);
  return (
    <Confirm
      hall={hall}
      service={service}
      screen={screen}
      hasOneService={ofAgency.length === 1}
      dispatch={dispatch}
      take={take}
      newId={newId}
    />
  );
}

/**
 * What to bring is told also where no number is given now. That the kiosk is cut off stands before
 * the search and after it, and the search needs the room.
 */
function Searching(
  props: Pick<KioskScreenProps, "kiosk" | "hall"> & {
    readonly at: SearchAt;
    readonly isOpen: boolean;
  },
): ReactNode {
  const { kiosk, hall, at, isOpen } = props;
  const { dispatch } = kiosk;
  return <Search hall={hall} isOpen={isOpen} at={at} dispatch={dispatch} onChoose={chooseLine} />;

  function chooseLine(serviceId: string): void {
    const line = hall.settings.services.find(({ id }) => id === serviceId);
    // The catalogue may be older than the settings: a line that is gone leads nowhere.
    if (line === undefined) return;
    dispatch({ type: "chose-line", agencyId: line.agencyId, serviceId });
  }
}
