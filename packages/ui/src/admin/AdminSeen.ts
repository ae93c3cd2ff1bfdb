import type { AdminRefusalWord, HubRefusalWord } from "@luot/i18n";

/** A hub that was heard of on the network. */
export interface HubHint {
  readonly name: string;
  readonly url: string;
}

/** One monitor of a wall. */
export interface MonitorSeen {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isPrimary: boolean;
}

/** A status board: what it tells, and how it hangs. */
export interface BoardSeen {
  readonly period: "day" | "month" | "quarter" | "year";
  readonly diagonalInches: number;
  /** To the farthest seat. */
  readonly distanceM: number;
}

/**
 * What one monitor shows: the status board, the sign of a counter, a zone, or (none of them) the
 * whole centre.
 */
export interface WallSeen {
  readonly monitorId: string;
  readonly board: BoardSeen | null;
  readonly counterId: string | null;
  readonly zone: string | null;
}

/** When a wall is dark, `HH:mm`. */
export interface SleepSeen {
  readonly from: string;
  readonly to: string;
}

/** What the monitors and the sleep of a wall are like. */
export interface WallsSeen {
  readonly monitors: readonly MonitorSeen[];
  readonly chosen: readonly WallSeen[];
  readonly sleep: SleepSeen | null;
}

/** What the menu shows. */
export interface MenuSeen {
  readonly hubUrl: string | null;
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  readonly update: { readonly version: string; readonly path: string } | null;
  readonly logFile: string;
  readonly walls: WallsSeen | null;
}

/** What may be done in the menu. */
export type MenuWish =
  | { readonly kind: "stay" | "leave" | "close-app" | "restart-app" }
  | { readonly kind: "change-hub"; readonly address: string }
  | { readonly kind: "change-pin"; readonly pin: string }
  | { readonly kind: "choose-walls"; readonly walls: readonly WallSeen[] }
  | { readonly kind: "set-sleep"; readonly sleep: SleepSeen | null };

/** How a PIN was taken. */
export type PinTaken =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: AdminRefusalWord };

/** How a PIN that was entered was taken. */
export type EnteredSeen =
  | { readonly ok: true; readonly menu: MenuSeen }
  | { readonly ok: false; readonly code: "wrong_pin"; readonly tries: number }
  | { readonly ok: false; readonly code: "wait"; readonly waitMs: number }
  | { readonly ok: false; readonly code: "no_pin" };

/** How a wish was taken. */
export type WishTaken =
  | { readonly ok: true; readonly menu: MenuSeen }
  | { readonly ok: false; readonly code: AdminRefusalWord | HubRefusalWord };

/** What these parts need of the app's administrator; the bridge of a desktop app fits. */
export interface AdminSeen {
  readonly pin: "unset" | "put_off" | "set" | "damaged";
  readonly canPutOff: boolean;
  readonly keepPin: (pin: string) => Promise<PinTaken>;
  readonly putOff: () => Promise<PinTaken>;
  readonly enter: (pin: string) => Promise<EnteredSeen>;
  readonly wish: (wish: MenuWish) => Promise<WishTaken>;
}

/** Where a monitor may belong; ids, as the settings name them. */
export interface Places {
  readonly zones: readonly string[];
  readonly counters: readonly { readonly id: string; readonly number: number }[];
}
