import { type BrowserWindow, screen } from "electron";
import { placeOnScreen } from "./placeOnScreen.ts";

/** Size of the bar, in the desktop's pixels. */
export const BAR_SIZE = { width: 360, height: 120 } as const;

const MOVED_AFTER_MS = 400;

type Point = Pick<Electron.Rectangle, "x" | "y">;

/** What the bar needs. */
export interface BarWindowOptions {
  readonly open: (bounds: Electron.Rectangle) => BrowserWindow;
  readonly keptAt: () => Point | null;
  readonly keepAt: (at: Point) => void;
}

/** The small window that stays in front of other programs. Made when it is first wanted. */
export class BarWindow {
  readonly #options: BarWindowOptions;
  #window: BrowserWindow | null = null;
  #isEnding = false;

  constructor(options: BarWindowOptions) {
    this.#options = options;
  }

  /** Shows it, without taking the keyboard from whoever types; or hides it. @returns which */
  toggle(): boolean {
    const window = this.#window;
    if (window === null) {
      this.#window = this.#make();
      return true;
    }
    if (window.isVisible()) window.hide();
    else {
      window.setBounds(this.#place());
      window.showInactive();
    }
    return window.isVisible();
  }

  /** All there is to load anew, when the counter is another. */
  get window(): BrowserWindow | null {
    return this.#window;
  }

  /** Ends it with the app. */
  end(): void {
    this.#isEnding = true;
    this.#window?.destroy();
    this.#window = null;
  }

  #make(): BrowserWindow {
    const window = this.#options.open(this.#place());
    window.setAlwaysOnTop(true, "floating");
    window.setVisibleOnAllWorkspaces(true);
    let timer: ReturnType<typeof setTimeout> | undefined;
    window.on("move", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#keepPlace(window), MOVED_AFTER_MS);
    });
    window.on("close", (event) => {
      if (this.#isEnding) return;
      event.preventDefault();
      window.hide();
    });
    window.once("closed", () => {
      clearTimeout(timer);
      this.#window = null;
    });
    return window;
  }

  #keepPlace(window: BrowserWindow): void {
    if (window.isDestroyed() || !window.isVisible()) return;
    const [x = 0, y = 0] = window.getPosition();
    this.#options.keepAt({ x, y });
  }

  #place(): Electron.Rectangle {
    const main = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
    const areas = [main, ...others].map(({ workArea }) => workArea);
    return placeOnScreen(BAR_SIZE, this.#options.keptAt(), areas);
  }
}
