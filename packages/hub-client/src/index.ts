export { createHubClient, type HubClientOptions } from "./createHubClient.ts";
export { createTokenStore } from "./createTokenStore.ts";
export { chooseHub, hubAddress } from "./hubAddress.ts";
export { findHubs, shellAdmin } from "./shellAdmin.ts";
export { fetchBoard } from "./fetchBoard.ts";
export { fetchCurrentSettings, fetchSettings } from "./fetchSettings.ts";
export type { Answer, HubClient, OwnSeries, SendOptions, TokenStore } from "./HubClient.ts";
export {
  type ClientKind,
  type ClientViews,
  type Connection,
  type HubState,
  type Outbox,
  UNHEARD,
} from "./HubState.ts";
export { isInStep } from "./isInStep.ts";
export { createRemoteHub, type RemoteHub } from "./remote/createRemoteHub.ts";
export { serveHub, type ServedHub } from "./remote/serveHub.ts";
export type { Board, BoardCounts, BoardPeriod } from "@luot/contract";
// Screens know no engine; what they need of its pure parts comes through here.
export {
  type CentreSettings,
  type ClassId,
  type CounterSettings,
  type Desk,
  type DeskCounter,
  deskLines,
  deskQueue,
  type DeskTicket,
  type DeskView,
  type DisplayView,
  type DisplayLine,
  type DisplayWaiting,
  estimateWait,
  isCallable,
  type KioskView,
  type Language,
  localTime,
  nextOpening,
  openingAt,
  paperLists,
  peopleAhead,
  type PhoneView,
  type RecentCall,
  type Service,
  sessionsOf,
  type WaitEstimate,
} from "@luot/domain";
