import { useLingui } from "@lingui/react/macro";
import { formatElapsed } from "@luot/i18n";
import { Banner, useNow } from "@luot/ui";
import { type ReactNode, useState } from "react";
import type { DeskAction } from "../desk/deskKeys.ts";
import type { OutcomeChosen } from "../desk/OutcomeChoice.tsx";
import { ignoreScan, useDeskKeys } from "../desk/useDeskKeys.ts";
import { useHub } from "../hub/HubContext.ts";
import { useOffline, useOfflineState } from "../offline/OfflineContext.tsx";
import { atCounter, mayCallOnPaper, nextOnPaper } from "../offline/counterLog.ts";
import { NotKept } from "../offline/NotKept.tsx";
import { WaitingEntries } from "../offline/WaitingEntries.tsx";
import { useRemoteDesk } from "../remote/RemoteContext.tsx";
import { EndPaper } from "./EndPaper.tsx";
import { OfflineVisit } from "./OfflineVisit.tsx";
import styles from "./PaperDesk.module.css";
import { PaperList } from "./PaperList.tsx";

/** The counter without its hub: its own list, called by voice, all of it written down. */
export function PaperDesk(): ReactNode {
  const { t } = useLingui();
  const hub = useHub();
  const { desk } = useOffline();
  const { log, goneSince } = useOfflineState();
  const now = useNow(hub.getState().clockOffsetMs, 1_000);
  const [outcome, setOutcome] = useState<OutcomeChosen>("accepted");
  const isGone = goneSince !== null;
  const here = log === null ? null : atCounter(log);
  const possible = new Set<DeskAction>();
  if (isGone && here !== null) possible.add("finish");
  if (isGone && here !== null && !here.isServing) possible.add("no-show");
  const mayCall = isGone && log !== null && here === null && mayCallOnPaper(log, now);
  if (mayCall && nextOnPaper(log) !== null) possible.add("next");

  useDeskKeys(act, ignoreScan, false);
  useRemoteDesk(here?.label ?? null, possible, act);
  if (log === null || log.paper === null) return null;
  const { startedBy, startedAt } = log.paper;
  const since = formatElapsed(now - startedAt);
  const left = log.entries.length;
  return (
    <div className={styles["desk"]} data-testid="paper-desk">
      <div className={styles["work"]}>
        {isGone ? (
          <Banner kind="warning" title={t`Chế độ giấy: đang kết nối lại…`} testId="paper-banner">
            {t`${startedBy} cho phép, đã ${since}. Gọi số bằng lời. Mọi việc được ghi lại và gửi đi khi có máy chủ.`}
          </Banner>
        ) : (
          <Banner kind="info" title={t`Máy chủ đã trở lại`} testId="paper-merging">
            {t`Đang gộp, còn ${left} việc. Xin chờ trong giây lát.`}
          </Banner>
        )}
        {!mayCallOnPaper(log, now) && (
          <Banner kind="danger" title={t`Chế độ giấy đã quá 12 giờ`} testId="paper-over">
            {t`Không gọi thêm số được. Khách đang ở quầy vẫn hoàn thành được.`}
          </Banner>
        )}
        <NotKept />
        <OfflineVisit
          here={here}
          possible={possible}
          onAct={act}
          outcome={outcome}
          onOutcome={setOutcome}
          actions={["next", "finish", "no-show"]}
        />
        <WaitingEntries entries={log.entries} />
        {isGone && <EndPaper isFree={here === null} />}
      </div>
      <PaperList
        paper={log.paper}
        mayCall={mayCall}
        mayAdd={isGone}
        onCall={(label) => desk.call(label)}
        onAdd={(typed) => desk.add(typed)}
      />
    </div>
  );

  function act(action: DeskAction): void {
    if (!possible.has(action)) return;
    if (done(action)) setOutcome("accepted");
  }

  function done(action: DeskAction): boolean {
    if (action === "next") return desk.call(null);
    const id = hub.newId();
    return action === "no-show" ? desk.noShow(id) : desk.finish({ outcome, dossierRefs: [] }, id);
  }
}
