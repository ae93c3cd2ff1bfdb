import type { DeskTicket } from "@luot/hub-client";
import { mayCallChosen, mayIssue, type Officer } from "../officer/Officer.ts";
import type { DeskAction } from "./deskKeys.ts";

/** What decides which actions make sense. */
export interface DeskSituation {
  readonly officer: Officer;
  readonly current: DeskTicket | null;
  readonly isDayOpen: boolean;
  /** An action of this officer may still be taken back. */
  readonly canUndo: boolean;
}

/**
 * The actions that make sense now. What is left out can't succeed; what is in may still be refused
 * by the hub. Pure.
 */
export function possibleActions(situation: DeskSituation): ReadonlySet<DeskAction> {
  const { officer, current, isDayOpen, canUndo } = situation;
  const actions = new Set<DeskAction>(["lock"]);
  if (canUndo) actions.add("undo");
  if (mayIssue(officer) && isDayOpen) actions.add("issue");
  if (current === null) {
    add(actions, isDayOpen ? ["next", "pause"] : ["pause"]);
    if (mayCallChosen(officer) && isDayOpen) actions.add("call-chosen");
    return actions;
  }
  add(actions, ["next", "finish", "transfer", "reprint", "dossier"]);
  if (current.place.status === "called") add(actions, ["recall", "no-show", "start", "put-back"]);
  else actions.add("park");
  return actions;
}

function add(actions: Set<DeskAction>, more: readonly DeskAction[]): void {
  for (const action of more) actions.add(action);
}
