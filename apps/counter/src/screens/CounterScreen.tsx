import { useLingui } from "@lingui/react/macro";
import { type CentreSettings, deskQueue, type DeskView } from "@luot/hub-client";
import { textOf, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import type { Commands } from "../desk/useCommands.ts";
import type { TicketDossiers } from "../dossier/TicketDossiers.ts";
import type { Officer } from "../officer/Officer.ts";
import type { OfficerDesk } from "../officer/useOfficer.ts";
import { CounterClosed } from "./CounterClosed.tsx";
import { Desk } from "./Desk.tsx";
import { Locked } from "./Locked.tsx";
import { Paused } from "./Paused.tsx";
import { SignIn } from "./SignIn.tsx";

export interface CounterScreenProps {
  readonly counterId: string;
  readonly place: string;
  readonly desk: OfficerDesk;
  readonly commands: Commands;
  readonly dossiers: TicketDossiers;
  readonly settings: CentreSettings;
  readonly view: DeskView;
  readonly now: number;
  readonly isInStep: boolean;
}

/** What the counter shows while its hub is known: from signing in to the open desk. */
export function CounterScreen(props: CounterScreenProps): ReactNode {
  const { counterId, desk, settings, view } = props;
  const { officer } = desk;
  const { t } = useLingui();
  const { language } = useLanguage();
  if (!settings.counters.some(({ id }) => id === counterId))
    return <p role="alert">{t`Cài đặt không có quầy ${counterId}. Kiểm tra địa chỉ trang.`}</p>;
  if (officer === null) return <SignIn {...props} />;
  if (officer.isLocked) return <Locked {...props} name={officer.name} />;
  const counter = view.counters[counterId];
  const waiting = waitingOf(props, officer);
  if (counter === undefined || counter.officerId !== officer.officerId)
    return (
      <CounterClosed
        {...props}
        isTaken={counter !== undefined}
        waiting={waiting}
        isDayOpen={view.isOpen}
      />
    );
  if (counter.status === "paused") {
    const reason = settings.pauseReasons.find(({ id }) => id === counter.pauseReason);
    return (
      <Paused
        {...props}
        reason={reason === undefined ? "" : textOf(reason.name, language)}
        waiting={waiting}
      />
    );
  }
  return <Desk {...props} officer={officer} onLock={() => void desk.lock()} />;
}

function waitingOf(
  { view, settings, counterId, now }: CounterScreenProps,
  officer: Officer,
): number {
  const self = { counterId, officerId: officer.officerId };
  return deskQueue(view, settings, self, now).length;
}
