import type { KeyPolicy } from "../guards/isAllowedKey.ts";
import type { ShellScreen } from "../screens/appUrl.ts";
import type { Mounts } from "../screens/resolveScreenFile.ts";
import type { WindowLook } from "../window/createLockedWindow.ts";

/** What makes one desktop app differ from another. */
export interface ShellOptions {
  readonly screen: ShellScreen;
  /** The window's title, and the app's name to the system. */
  readonly title: string;
  readonly look: WindowLook;
  readonly keys: KeyPolicy;
  readonly mounts: Mounts;
  /** Path of the bundled preload script. */
  readonly preload: string;
  /**
   * Path of the bundled module that owns the devices and the connection to the hub; then the page
   * reaches nobody itself. `null` for an app without: its page talks to the hub.
   */
  readonly devices: string | null;
}
