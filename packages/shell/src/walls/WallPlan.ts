import type { AdminMonitor, WallBoard } from "@luot/contract";
import type { KeptWall } from "../settings/ShellSettings.ts";

/** What a window shows, on which monitor. */
export interface PlannedWall {
  readonly monitor: AdminMonitor;
  /** The status board, whatever else is named. */
  readonly board: WallBoard | null;
  readonly counterId: string | null;
  readonly zone: string | null;
  /** Another window of this machine speaks for the same ears. */
  readonly isSilent: boolean;
}

type Place = Pick<PlannedWall, "counterId" | "zone">;

/**
 * Which windows there should be: one on each chosen monitor that is there. Without a choice, or
 * when none of the chosen is there, one on the main monitor: a hall with the wrong monitor is better
 * off than one with none. A board is the last to stand in so: it says nobody's number. Pure.
 *
 * @param place of the one window where nothing was chosen
 */
export function planWalls(
  kept: readonly KeptWall[],
  monitors: readonly AdminMonitor[],
  place: Place,
): readonly PlannedWall[] {
  const found = matchMonitors(kept, monitors);
  if (found.length > 0) return withOneVoice(found);
  const main = monitors.find(({ isPrimary }) => isPrimary) ?? monitors[0];
  const standIn = kept.find(({ board }) => board === null) ?? kept[0] ?? { ...place, board: null };
  const { board, counterId, zone } = standIn;
  return main === undefined ? [] : withOneVoice([{ monitor: main, board, counterId, zone }]);
}

/** Finds each chosen monitor by its number, or, where a system numbers anew, by name and place. */
function matchMonitors(
  kept: readonly KeptWall[],
  monitors: readonly AdminMonitor[],
): readonly Omit<PlannedWall, "isSilent">[] {
  const byId = new Map<KeptWall, AdminMonitor>();
  const taken = new Set<AdminMonitor>();
  for (const wall of kept) {
    const monitor = monitors.find(({ id }) => id === wall.monitorId);
    if (monitor === undefined || taken.has(monitor)) continue;
    byId.set(wall, monitor);
    taken.add(monitor);
  }
  return kept.flatMap((wall) => {
    const { board, counterId, zone } = wall;
    const alike = monitors.find(
      (monitor) =>
        !taken.has(monitor) &&
        monitor.label === wall.label &&
        monitor.x === wall.x &&
        monitor.y === wall.y,
    );
    const monitor = byId.get(wall) ?? alike;
    if (monitor === undefined) return [];
    taken.add(monitor);
    return [{ monitor, board, counterId, zone }];
  });
}

/**
 * Lets the first window of each sound zone speak. The whole centre is heard in all its zones. A
 * board never speaks, nor does a sign over a counter.
 */
function withOneVoice(walls: readonly Omit<PlannedWall, "isSilent">[]): readonly PlannedWall[] {
  const speaking: (string | null)[] = [];
  return walls.map((wall) => {
    if (wall.board !== null || wall.counterId !== null) return { ...wall, isSilent: true };
    const isHeard = speaking.some(
      (zone) => zone === null || wall.zone === null || zone === wall.zone,
    );
    if (!isHeard) speaking.push(wall.zone);
    return { ...wall, isSilent: isHeard };
  });
}

/** What the address of a window says of all this, as in a browser. Pure. */
export function wallQuery({ board, counterId, zone, isSilent }: PlannedWall): string {
  if (board !== null) return boardQuery(board);
  const query = new URLSearchParams();
  if (counterId !== null) query.set("counter", counterId);
  if (zone !== null) query.set("zone", zone);
  if (isSilent) query.set("sound", "off");
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** A board is silent of itself. */
function boardQuery({ period, diagonalInches, distanceM }: WallBoard): string {
  const query = new URLSearchParams({
    page: "board",
    diagonal: String(diagonalInches),
    distance: String(distanceM),
    period,
  });
  return `?${query.toString()}`;
}
