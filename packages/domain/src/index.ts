export type {
  Calendar,
  Season,
  Session,
  Weekday,
  WorkingDayCalendar,
} from "./calendar/Calendar.ts";
export { localTime, type LocalTime } from "./calendar/localTime.ts";
export {
  nextOpening,
  type Opening,
  openingAt,
  serviceDayOf,
  sessionsOf,
} from "./calendar/sessions.ts";
export {
  addDays,
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from "./calendar/workingDays.ts";
export type {
  Actor,
  Command,
  CommandOf,
  CommandPayloads,
  CommandType,
  Context,
  OfficerOutcome,
  Refusal,
  RefusalCode,
  TransferPlace,
  TransferTarget,
} from "./commands.ts";
export { actorText, decide } from "./decide/decide.ts";
export { PAPER_MODE_REASON, type PaperModeReason } from "./decide/calling.ts";
export { estimateWait, peopleAhead, type WaitEstimate } from "./estimate.ts";
export type { Event, EventHead, EventOf, EventPayloads, EventType } from "./events.ts";
export { evolve } from "./evolve.ts";
export { explain, type Explanation } from "./explain/explain.ts";
export { heldTickets, ticketsToHold } from "./decide/holding.ts";
export { type Desk, deskLines, deskQueue } from "./paper/deskQueue.ts";
export { paperLists } from "./paper/paperLists.ts";
export { HELD, isCallable, pickNext } from "./policy/pickNext.ts";
export type {
  Agency,
  BilingualText,
  CallPolicy,
  CentreSettings,
  ClassId,
  CounterSettings,
  DossierSettings,
  PriorityReason,
  Reason,
  Series,
  Service,
  ServiceKind,
  Stream,
} from "./settings/CentreSettings.ts";
export { fromSnapshot, type StateSnapshot, toSnapshot } from "./snapshot.ts";
export {
  initialState,
  learnSettings,
  type RecentCall,
  type ServiceTime,
  type State,
} from "./state.ts";
export type {
  CallBasis,
  Language,
  LineId,
  Outcome,
  Place,
  PrintState,
  Score,
  Ticket,
  TicketStatus,
} from "./ticket.ts";
export type { DeskCounter, DeskTicket, DeskView } from "./views/deskView.ts";
export type { DisplayLine, DisplayWaiting } from "./views/DisplayLine.ts";
export type { DisplayCounter } from "./views/DisplayCounter.ts";
export type { DisplayView } from "./views/displayView.ts";
export type { KioskView } from "./views/kioskView.ts";
export { projectFrame } from "./views/projectFrame.ts";
export { aheadOf, estimateOf, type PhoneView, phoneView } from "./views/phoneView.ts";
export {
  type ViewEvent,
  type ViewEventOf,
  type ViewKind,
} from "./views/ViewEvent.ts";
export { applyView, viewOf, type Views } from "./views/views.ts";
