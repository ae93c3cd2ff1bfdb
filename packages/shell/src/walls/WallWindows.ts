import { type PlannedWall, wallQuery } from "./WallPlan.ts";

/** A window on a monitor. */
export interface WallWindow {
  /** Fills the monitor, which may have moved or changed its size. */
  readonly place: (wall: PlannedWall) => void;
  /** Takes it away for good. */
  readonly end: () => void;
}

/**
 * Keeps one window on each planned monitor. What a monitor shows is changed by a new window, which is
 * there before the old one goes, so that the desktop is never seen.
 */
export class WallWindows {
  readonly #open: (wall: PlannedWall) => WallWindow;
  readonly #windows = new Map<string, { readonly query: string; readonly window: WallWindow }>();

  constructor(open: (wall: PlannedWall) => WallWindow) {
    this.#open = open;
  }

  /** Makes the windows as planned. No plan at all: no monitor is there, and nothing is done. */
  arrange(plan: readonly PlannedWall[]): void {
    if (plan.length === 0) return;
    const leftover = [...this.#windows].filter(
      ([id]) => !plan.some(({ monitor }) => monitor.id === id),
    );
    for (const wall of plan) this.#show(wall);
    for (const [id, { window }] of leftover) {
      this.#windows.delete(id);
      window.end();
    }
  }

  #show(wall: PlannedWall): void {
    const { id } = wall.monitor;
    const query = wallQuery(wall);
    const before = this.#windows.get(id);
    if (before?.query === query) return before.window.place(wall);
    this.#windows.set(id, { query, window: this.#open(wall) });
    before?.window.end();
  }
}
