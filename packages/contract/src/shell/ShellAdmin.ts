import type { BoardPeriod } from "../dossier.ts";
import type { HubRefusal } from "./HubRefusal.ts";

/**
 * Whether there is a PIN that opens the administrator's menu: `unset` on a fresh machine, `put_off`
 * when whoever set up a wall will see to it later, `damaged` when what was kept can't be read.
 */
export type PinStanding = "unset" | "put_off" | "set" | "damaged";

/** Why a new PIN was not kept: not 6 to 10 digits, too easy, there is one already, disk full. */
export type PinRefusal = "bad_pin" | "plain_pin" | "already_set" | "cannot_store";

/** The answer to a new PIN. */
export type PinKept = { readonly ok: true } | { readonly ok: false; readonly code: PinRefusal };

/** One monitor of the machine, as somebody who stands before it knows it apart. */
export interface AdminMonitor {
  readonly id: string;
  /** The maker's name, or empty. */
  readonly label: string;
  /** Position and size in the desktop's pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isPrimary: boolean;
}

/** A status board: what it tells, and how it hangs. */
export interface WallBoard {
  readonly period: BoardPeriod;
  /** Of the picture, as screens are sold; 1 to 500. */
  readonly diagonalInches: number;
  /** From the screen to the farthest seat; 1 to 100. */
  readonly distanceM: number;
}

/**
 * What one monitor of a wall shows: the status board, the sign of a counter, a zone, or (none of
 * them) the whole centre. Of more than one the first in this order counts.
 */
export interface WallChoice {
  readonly monitorId: string;
  readonly board: WallBoard | null;
  readonly counterId: string | null;
  readonly zone: string | null;
}

/** When a wall is dark; both `HH:mm` by the machine's own clock, over midnight too. */
export interface SleepTimes {
  readonly from: string;
  readonly to: string;
}

/** What the menu shows; `walls` only in the app of the displays. */
export interface AdminMenu {
  readonly hubUrl: string | null;
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  /** A newer package that was checked and waits to be installed by hand, and where it lies. */
  readonly update: { readonly version: string; readonly path: string } | null;
  /** Where the app's log is on this machine. */
  readonly logFile: string;
  readonly walls: {
    readonly monitors: readonly AdminMonitor[];
    readonly chosen: readonly WallChoice[];
    readonly sleep: SleepTimes | null;
  } | null;
}

/** The answer to a PIN. `tries` are left before a pause; `waitMs` is what is left of a pause. */
export type AdminEntered =
  | { readonly ok: true; readonly menu: AdminMenu }
  | { readonly ok: false; readonly code: "wrong_pin"; readonly tries: number }
  | { readonly ok: false; readonly code: "wait"; readonly waitMs: number }
  | { readonly ok: false; readonly code: "no_pin" };

/** What may be done in the menu. `stay` keeps it open a while longer. */
export type AdminWish =
  | { readonly kind: "stay" | "leave" | "close-app" | "restart-app" }
  | { readonly kind: "change-hub"; readonly address: string }
  | { readonly kind: "change-pin"; readonly pin: string }
  | { readonly kind: "choose-walls"; readonly walls: readonly WallChoice[] }
  | { readonly kind: "set-sleep"; readonly sleep: SleepTimes | null };

/** Why it was not done; `shut`: the menu was open for too long, or never. */
export type AdminRefusal = "shut" | "not_here" | HubRefusal | PinRefusal;

/** The answer to a wish. */
export type AdminDone =
  | { readonly ok: true; readonly menu: AdminMenu }
  | { readonly ok: false; readonly code: AdminRefusal };

/** The administrator's way into a kiosk or a wall, behind a PIN that only the app itself knows. */
export interface ShellAdmin {
  /** How the PIN stood when the page began. */
  readonly pin: PinStanding;
  /** Whether the first PIN may be put off. */
  readonly canPutOff: boolean;
  /** Keeps the first PIN, and starts the screen anew. Only where there is none. */
  readonly keepPin: (pin: string) => Promise<PinKept>;
  /** Leaves a wall without a PIN for now, and starts the screen anew. */
  readonly putOff: () => Promise<PinKept>;
  /** Opens the menu for 30 seconds, counted anew at each wish. */
  readonly enter: (pin: string) => Promise<AdminEntered>;
  readonly wish: (wish: AdminWish) => Promise<AdminDone>;
}
