/** The origin of the desktop apps' own pages, which a hub lets in beside its own. */
export const SHELL_ORIGIN = "app://luot";

/** Why a hub was not taken: no address, nobody there, somebody else there, or the disk is full. */
export type HubRefusal = "bad_address" | "no_answer" | "not_a_hub" | "cannot_store";

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
  /** The process that owns the devices and the connection to the hub; `null` where there is none. */
  readonly devices: LinkPort | null;
}
