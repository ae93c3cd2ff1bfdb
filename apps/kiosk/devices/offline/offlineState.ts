import type { PaperNews, PrinterState } from "@luot/contract";
import { type CentreSettings, type HubState, type KioskView, localTime } from "@luot/hub-client";

/** What the state of the offline hub is made of. */
export interface OfflineStateParts {
  readonly state: HubState<"kiosk">;
  /** The newest settings that were kept. */
  readonly settings: CentreSettings | null;
  readonly printer: PrinterState | null;
  readonly paper: PaperNews | null;
  /** Since when the hub has to be told what was done alone, hub ms. */
  readonly cutSince: number | null;
  readonly unsent: number;
  readonly canIssue: boolean;
  /** Epoch ms of the hub's clock, and of this machine's. */
  readonly now: { readonly hub: number; readonly own: number };
}

/**
 * The state that the screen sees: the hub's as far as it was heard, with the kiosk's own printer and
 * outbox, and with a hall of the kept settings where the hub showed none of today.
 */
export function offlineState(parts: OfflineStateParts): HubState<"kiosk"> {
  const { state, settings, printer, paper, cutSince, unsent, canIssue, now } = parts;
  const isLive = state.connection === "live";
  return {
    ...state,
    view: isLive ? state.view : hallOf(parts),
    settingsVersion: isLive ? state.settingsVersion : (settings?.version ?? state.settingsVersion),
    printer,
    paper,
    outbox: { since: isLive ? null : cutSince, unsent, canIssue },
    clockOffsetMs: now.hub - now.own,
  };
}

/** The hub's last view, or one without counts when that is not of today. */
function hallOf({ state, settings, now }: OfflineStateParts): KioskView | null {
  if (settings === null) return state.view;
  const day = localTime(now.hub, settings.calendar.timeZone).date;
  if (state.view?.day === day) return state.view;
  return {
    day,
    // The calendar of the settings says when it is.
    isOpen: true,
    settingsVersion: settings.version,
    counters: {},
    waiting: {},
    serviceTimes: {},
    issued: {},
  };
}
