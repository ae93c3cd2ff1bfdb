import type {
  Catalogue,
  DataOf,
  ErrorCode,
  OfflineSeries,
  PayloadOf,
  WireCommandType,
} from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import type { ClientKind, HubState } from "./HubState.ts";

/** The answer to a command, or the word that none came in time. */
export type Answer<T extends WireCommandType> =
  | { readonly ok: true; readonly data: DataOf<T> }
  | {
      readonly ok: false;
      readonly code: ErrorCode | "disconnected";
      readonly details: Readonly<Record<string, string | number>>;
    };

/** How a command is sent. */
export interface SendOptions {
  /** Keep it to send the same wish again after a `disconnected`; a fresh one by default. */
  readonly id?: string;
  /** Give up after this long without an answer; 15,000 ms by default. */
  readonly giveUpMs?: number;
}

/** A connection to the hub that heals itself, with the view it keeps. */
export interface HubClient<K extends ClientKind> {
  /** Where the hub is, an origin without a slash at the end. */
  readonly url: string;
  /** The present state; the same object until it changes. */
  readonly getState: () => HubState<K>;
  /** Told at each change; returns the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Sends a command; after a lost connection again, always under the same id, so it happens once.
   * Never rejects.
   */
  readonly send: <T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
    options?: SendOptions,
  ) => Promise<Answer<T>>;
  /**
   * A version of the centre's settings. A version never changes, so it may be kept.
   *
   * @throws when nobody answers, or not with settings; ask again later
   */
  readonly loadSettings: (version: number) => Promise<CentreSettings>;
  /**
   * The catalogue of procedures, `null` where the centre has none.
   *
   * @throws when nobody answers, or not with a catalogue; ask again later
   */
  readonly loadCatalogue: () => Promise<Catalogue | null>;
  /** A fresh id for a command. */
  readonly newId: () => string;
  /** Keeps the officer's session for the next connects, or forgets it with `null`. */
  readonly useSession: (session: string | null) => void;
  readonly close: () => void;
}

/** Where a device keeps its token between starts. */
export interface TokenStore {
  readonly read: () => string | null;
  /** `null` forgets it. */
  readonly write: (token: string | null) => void;
}

/** A kiosk's series of its own numbers, as the connection needs it. */
export interface OwnSeries {
  /** What the hub is told at each hello, so that it hands out no epoch again. */
  readonly used: () => { readonly usedEpoch: number; readonly usedDay: string | null };
  /** Keeps for good what a welcome brings, before the connection is live; `null`: none is left. */
  readonly handed: (series: OfflineSeries | null) => void;
}
