import { isScreenUrl, type ShellScreen } from "../screens/appUrl.ts";

/** Who called, as Electron tells it. */
export interface CallingFrame {
  readonly url: string;
  /** Whether it is the page itself, and not a frame in it. */
  readonly isTop: boolean;
}

/** Whether a call over the bridge comes from the screen's own page; a frame that is gone is not. */
export function isOwnFrame(frame: CallingFrame | null, screen: ShellScreen): boolean {
  return frame !== null && frame.isTop && isScreenUrl(frame.url, screen);
}
