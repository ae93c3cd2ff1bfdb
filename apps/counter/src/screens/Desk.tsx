import { useLingui } from "@lingui/react/macro";
import { type CentreSettings, deskQueue, type DeskTicket, type DeskView } from "@luot/hub-client";
import { Banner } from "@luot/ui";
import { type ReactNode, useState } from "react";
import { CurrentTicket } from "../desk/CurrentTicket.tsx";
import { DeskActions } from "../desk/DeskActions.tsx";
import { possibleActions } from "../desk/deskActions.ts";
import type { DeskAction } from "../desk/deskKeys.ts";
import { DeskQuestion } from "../questions/DeskQuestion.tsx";
import { undoSecondsLeft } from "../desk/deskTimes.ts";
import { deskWishes } from "../desk/deskWishes.ts";
import { NoticeLine } from "../desk/NoticeLine.tsx";
import { OutcomeChoice, type OutcomeChosen } from "../desk/OutcomeChoice.tsx";
import { usualOutcome } from "../desk/usualOutcome.ts";
import type { Question } from "../questions/Question.ts";
import type { Commands } from "../desk/useCommands.ts";
import { DossierPanel } from "../dossier/DossierPanel.tsx";
import type { TicketDossiers } from "../dossier/TicketDossiers.ts";
import { useDossiers } from "../dossier/useDossiers.ts";
import { useNextLock } from "../desk/useNextLock.ts";
import { useDeskKeys } from "../desk/useDeskKeys.ts";
import { FrozenNotice } from "../offline/FrozenNotice.tsx";
import { useOfflineState } from "../offline/OfflineContext.tsx";
import { currentOffline } from "../offline/OfflineState.ts";
import { WaitingEntries } from "../offline/WaitingEntries.tsx";
import { mayCallChosen, mayIssue, mayOpenHolder, type Officer } from "../officer/Officer.ts";
import { useRemoteDesk } from "../remote/RemoteContext.tsx";
import { setAside } from "../queue/setAside.ts";
import { QueuePanel } from "../queue/QueuePanel.tsx";
import styles from "./Desk.module.css";

export interface DeskProps {
  readonly counterId: string;
  readonly officer: Officer;
  readonly settings: CentreSettings;
  readonly view: DeskView;
  readonly commands: Commands;
  readonly dossiers: TicketDossiers;
  readonly onLock: () => void;
  readonly isInStep: boolean;
  /** Hub's time, epoch ms. */
  readonly now: number;
}

const NOTHING: ReadonlySet<DeskAction> = new Set();

/** What goes on for the citizen who is here, while the hub is gone. */
function withoutHub(current: DeskTicket | null): ReadonlySet<DeskAction> {
  const actions = new Set<DeskAction>();
  if (current !== null) actions.add("finish");
  if (current?.place.status === "called") actions.add("no-show");
  return actions;
}

/** The open counter: who is here, what can be done, who waits. */
export function Desk(props: DeskProps): ReactNode {
  const { counterId, officer, settings, view, commands, isInStep, now } = props;
  const { t } = useLingui();
  const [question, ask] = useState<Question | null>(null);
  const nextLock = useNextLock();
  const offline = useOfflineState();
  const here = currentOffline(offline);
  const atHub = view.tickets[view.counters[counterId]?.ticketId ?? ""] ?? null;
  const current = here === null ? null : atHub;
  const { lastAction, run } = commands;
  const undoSeconds =
    lastAction === null ? 0 : undoSecondsLeft(lastAction.at, settings.policy.undoMs, now);
  const situation = { officer, current, isDayOpen: view.isOpen, canUndo: undoSeconds > 0 };
  const isTelling = offline.isMerging || (isInStep && here !== undefined);
  const possible = isInStep && !isTelling ? possibleActions(situation) : withoutHub(current);
  const { officerId } = officer;
  const self = { counterId, officerId };
  const waiting = deskQueue(view, settings, self, now);
  const absent = setAside(view, settings, self, "absent");
  const visit = current === null ? null : { ticketId: current.id, officerId };
  const dossiers = useDossiers(props.dossiers, visit, settings);
  const { state: known } = dossiers;
  const kind = settings.services.find(({ id }) => id === current?.place.serviceId)?.kind;
  const noted = known.dossiers.filter(({ ref }) => !known.left.has(ref));
  const usual = usualOutcome(kind ?? null, noted);
  const [outcome, setOutcome] = useOutcome(current?.id ?? null, usual);
  const wishes = deskWishes(counterId, settings, commands, dossiers.refs);

  useDeskKeys(act, dossiers.scan, question !== null);
  useRemoteDesk(current?.label ?? null, question === null ? possible : NOTHING, (action) =>
    action === "finish" ? wishes.finish(outcome) : act(action),
  );
  return (
    <div className={styles["desk"]}>
      <div className={styles["work"]}>
        {!isInStep && <FrozenNotice was="open" />}
        {isTelling && <WaitingEntries entries={offline.log?.entries ?? []} />}
        {!view.isOpen && (
          <Banner kind="info" title={t`Ngày làm việc chưa mở hoặc đã đóng`}>
            {t`Chưa gọi số được. Số đang phục vụ vẫn hoàn thành được.`}
          </Banner>
        )}
        <CurrentTicket
          ticket={current}
          settings={settings}
          now={now}
          waiting={waiting.length}
          isFrozen={!isInStep}
        />
        <DeskActions
          possible={possible}
          onAct={act}
          hidden={hiddenOf(officer)}
          hasTicket={current !== null}
          isNextReady={nextLock.isReady}
          undoSeconds={undoSeconds}
        />
        <OutcomeChoice value={outcome} onChange={setOutcome} isDisabled={current === null} />
        <NoticeLine notice={commands.notice} />
      </div>
      <div className={styles["side"]}>
        <QueuePanel
          waiting={waiting}
          parked={setAside(view, settings, self, "parked")}
          absent={absent}
          settings={settings}
          now={now}
          isInStep={isInStep}
          isFree={current === null}
          onOpen={(ticket) => ask({ kind: "ticket", ticket })}
          onResume={({ id: ticketId }) => void run("ticket:resume", { counterId, ticketId })}
          onReturn={({ id: ticketId }) => void run("ticket:return", { ticketId })}
        />
        {dossiers.isShown && (
          <div className={styles["dossiers"]}>
            <DossierPanel
              state={dossiers.state}
              settings={settings}
              mayOpenHolder={mayOpenHolder(officer)}
              isInStep={isInStep}
              wishes={{ ...dossiers.wishes, ask: () => act("dossier") }}
              copied={dossiers.copied}
            />
          </div>
        )}
      </div>
      {question !== null && (
        <DeskQuestion
          key={question.kind}
          question={question}
          settings={settings}
          counterId={counterId}
          waiting={waiting}
          absent={absent}
          outcome={outcome}
          mayCallChosen={mayCallChosen(officer) && current === null}
          wishes={wishes}
          dossiers={dossiers}
          mayOpenHolder={mayOpenHolder(officer)}
          ask={ask}
        />
      )}
    </div>
  );

  function act(action: DeskAction): void {
    if (!possible.has(action)) return;
    switch (action) {
      case "next":
        return next();
      case "recall":
        return void run("ticket:recall", { counterId });
      case "no-show":
        return void run("ticket:no-show", { counterId });
      case "start":
        return void run("ticket:start", { counterId });
      case "put-back":
        return void run("ticket:put-back", { counterId });
      case "undo":
        return void run("counter:undo", { counterId });
      case "reprint":
        return current === null ? undefined : void run("ticket:reprint", { ticketId: current.id });
      case "lock":
        return props.onLock();
      case "call-chosen":
        return ask({ kind: "whom" });
      case "dossier":
        return ask({ kind: dossiers.state.dossiers.length === 0 ? "dossier-add" : "dossiers" });
      case "transfer":
      case "park":
      case "pause":
      case "finish":
      case "issue":
        return ask({ kind: action });
      default:
        return action satisfies never;
    }
  }

  function next(): void {
    if (!nextLock.press()) return;
    if (current === null) void run("ticket:call-next", { counterId });
    else void run("ticket:finish-and-call", { counterId, outcome, dossierRefs: dossiers.refs });
  }
}

/** The outcome chosen for the ticket at the counter; each ticket starts with its usual one. */
function useOutcome(
  ticketId: string | null,
  usual: OutcomeChosen,
): readonly [OutcomeChosen, (outcome: OutcomeChosen) => void] {
  const [chosen, setChosen] = useState<{
    readonly ticketId: string | null;
    readonly outcome: OutcomeChosen;
  } | null>(null);
  const outcome = chosen !== null && chosen.ticketId === ticketId ? chosen.outcome : usual;
  return [outcome, (next) => setChosen({ ticketId, outcome: next })];
}

function hiddenOf(officer: Officer): ReadonlySet<DeskAction> {
  const hidden = new Set<DeskAction>();
  if (!mayCallChosen(officer)) hidden.add("call-chosen");
  if (!mayIssue(officer)) hidden.add("issue");
  return hidden;
}
