import { type ReactNode, useState } from "react";
import type { DeskAction } from "../desk/deskKeys.ts";
import type { OutcomeChosen } from "../desk/OutcomeChoice.tsx";
import { ignoreScan, useDeskKeys } from "../desk/useDeskKeys.ts";
import { useHub } from "../hub/HubContext.ts";
import { FrozenNotice } from "../offline/FrozenNotice.tsx";
import { useOffline, useOfflineState } from "../offline/OfflineContext.tsx";
import { currentOffline } from "../offline/OfflineState.ts";
import { useRemoteDesk } from "../remote/RemoteContext.tsx";
import { OfflineVisit } from "./OfflineVisit.tsx";
import styles from "./PaperDesk.module.css";

/** Started again while the hub is gone: the citizen who was at the counter is there still. */
export function AloneDesk(): ReactNode {
  const hub = useHub();
  const { desk } = useOffline();
  const offline = useOfflineState();
  const [outcome, setOutcome] = useState<OutcomeChosen>("accepted");
  const logged = currentOffline(offline);
  const { stock } = offline;
  const isLocked = stock?.isLocked === true;
  const known = logged === undefined ? (stock?.current ?? null) : logged;
  // Nothing of a locked counter is shown or done by whoever loads its page anew.
  const here = isLocked ? null : known;
  const possible = new Set<DeskAction>();
  if (here !== null) possible.add("finish");
  if (here?.isServing === false) possible.add("no-show");

  useDeskKeys(act, ignoreScan, false);
  useRemoteDesk(here?.label ?? null, possible, act);
  return (
    <div className={styles["work"]} data-testid="alone-desk">
      <FrozenNotice was={isLocked ? "locked" : stock?.isPaused === true ? "paused" : "open"} />
      {!isLocked && (
        <OfflineVisit
          here={here}
          possible={possible}
          onAct={act}
          outcome={outcome}
          onOutcome={setOutcome}
          actions={["finish", "no-show"]}
        />
      )}
    </div>
  );

  function act(action: DeskAction): void {
    if (!possible.has(action)) return;
    if (action === "no-show") desk.noShow(hub.newId());
    else desk.finish({ outcome, dossierRefs: [] }, hub.newId());
  }
}
