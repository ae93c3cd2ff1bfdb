import type { CentreSettings, PhoneView } from "@luot/hub-client";
import { textOf, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import { callKey, canGiveUp, countersOf, ticketStage } from "../ticket/ticketStage.ts";
import { useVibration } from "../ticket/useVibration.ts";
import { CalledScreen } from "./CalledScreen.tsx";
import { GiveUp } from "./GiveUp.tsx";
import styles from "./phone.module.css";
import { Rating } from "./Rating.tsx";
import { StageCard } from "./StageCard.tsx";

export interface TicketScreenProps {
  readonly view: PhoneView;
  readonly settings: CentreSettings;
  readonly isConnected: boolean;
}

/** The number and where it stands; the whole screen when it is called. */
export function TicketScreen({ view, settings, isConnected }: TicketScreenProps): ReactNode {
  const { language } = useLanguage();
  useVibration(callKey(view));
  const stage = ticketStage(view, settings);
  if (stage.kind === "called") return <CalledScreen label={view.label} stage={stage} />;
  const service = settings.services.find(({ id }) => id === view.serviceId);
  return (
    <div className={styles["page"]}>
      <title>{view.label}</title>
      <p className={styles["label"]} data-testid="phone-label">
        {view.label}
      </p>
      {service !== undefined && (
        <p className={styles["service"]}>{textOf(service.name, language)}</p>
      )}
      <StageCard stage={stage} counters={countersOf(view, settings)} />
      {stage.kind === "done" && (
        <Rating key={view.ticketId} view={view} isConnected={isConnected} />
      )}
      {canGiveUp(stage) && <GiveUp view={view} isConnected={isConnected} />}
    </div>
  );
}
