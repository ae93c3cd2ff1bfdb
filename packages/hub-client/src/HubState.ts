import type { ErrorCode, Identity, PaperNews, PrinterState } from "@luot/contract";
import type { PhoneView, Views } from "@luot/domain";

/** What each kind of client keeps. */
export interface ClientViews extends Views {
  readonly phone: PhoneView;
}

export type ClientKind = keyof ClientViews;

/**
 * How the connection stands:
 * - `connecting`: never heard the hub yet;
 * - `pairing`: the hub does not know this device; `pairingCode` is to be confirmed there;
 * - `live`: in step;
 * - `reconnecting`: lost, and trying;
 * - `refused`: the hub turned this client away; `refusal` says why.
 */
export type Connection = "connecting" | "pairing" | "live" | "reconnecting" | "refused";

/** A kiosk's numbers of its own, which it gives while it is cut off. */
export interface Outbox {
  /** Since when it has been cut off, epoch ms of the hub's clock; `null` while it is not. */
  readonly since: number | null;
  /** Numbers that it gave and the hub has not taken over yet. */
  readonly unsent: number;
  /** Whether it can give another one. */
  readonly canIssue: boolean;
}

/** All that a client knows of the hub. Immutable; a new object at each change. */
export interface HubState<K extends ClientKind> {
  readonly connection: Connection;
  readonly refusal: ErrorCode | null;
  /** Six digits to show, while pairing. */
  readonly pairingCode: string | null;
  readonly view: ClientViews[K] | null;
  readonly seq: number;
  readonly epoch: string | null;
  readonly settingsVersion: number;
  readonly identity: Identity | null;
  /** The printer that prints for this kiosk at the hub; `null` without one. */
  readonly printer: PrinterState | null;
  /** What became of the last paper that this device asked the hub for. */
  readonly paper: PaperNews | null;
  /** `null` for whoever has no series of its own: all but a kiosk's device process. */
  readonly outbox: Outbox | null;
  /** Hub time minus own time, ms: add it to the own clock to speak of the hub's times. */
  readonly clockOffsetMs: number;
  /** When the hub was last heard, own clock. */
  readonly lastHeardAt: number | null;
  /** Nothing was heard for five seconds: what is shown may be old. */
  readonly isStale: boolean;
}

/** The state before anything was heard. */
export const UNHEARD: HubState<never> = {
  connection: "connecting",
  refusal: null,
  pairingCode: null,
  view: null,
  seq: 0,
  epoch: null,
  settingsVersion: 0,
  identity: null,
  printer: null,
  paper: null,
  outbox: null,
  clockOffsetMs: 0,
  lastHeardAt: null,
  isStale: false,
};
