import type { HubRefusal } from "./HubRefusal.ts";
import type { ShellAdmin } from "./ShellAdmin.ts";
import type { ShellDesk } from "./ShellDesk.ts";

/** The origin of the desktop apps' own pages, which a hub lets in beside its own. */
export const SHELL_ORIGIN = "app://luot";

/** A hub that said on the network that it is there. A hint: nobody vouches for it. */
export interface FoundHub {
  /** The centre's name as that machine says it, or empty. */
  readonly name: string;
  /** An origin, as `hubUrl`. */
  readonly url: string;
}

/** The answer to the choice of a hub. */
export type HubChosen =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly code: HubRefusal };

/** A way for messages, both ends alike. What comes is not trusted to have any shape. */
export interface LinkPort {
  readonly post: (message: unknown) => void;
  /** Told of each message that comes; returns the function that stops it. */
  readonly listen: (listener: (message: unknown) => void) => () => void;
}

/** All that a screen inside of a desktop app may ask of the app. */
export interface ShellBridge {
  /** Where the hub is, an origin; `null` until somebody has chosen it. */
  readonly hubUrl: string | null;
  /**
   * Takes an address as it was typed, asks whether a hub answers there, keeps it, and starts the
   * screen anew. Only where none was chosen before.
   */
  readonly chooseHub: (address: string) => Promise<HubChosen>;
  /** The hubs heard of so far; asking again and again is how one waits for more. */
  readonly findHubs: () => Promise<readonly FoundHub[]>;
  /** The administrator's way in; `null` in an ordinary window, which anybody may leave. */
  readonly admin: ShellAdmin | null;
  /** What a counter's app does for its screen; `null` in other apps. */
  readonly desk: ShellDesk | null;
  /** The process that owns the devices and the connection to the hub; `null` where there is none. */
  readonly devices: LinkPort | null;
}
