import { useState } from "react";
import type { WallSeen, WallsSeen } from "./AdminSeen.ts";
import { type BoardDraft, boardOf, draftOf } from "./boardDraft.ts";

/** What one monitor shows, as the value of a choice. */
export type WallShare = "off" | "all" | "board" | `zone:${string}` | `counter:${string}`;

/** What is being chosen for one monitor. */
export interface WallDraft {
  readonly share: WallShare;
  /** Counts while the share is a board, and is not lost on the way through other shares. */
  readonly board: BoardDraft;
}

/** What a monitor shows, of what was chosen. Pure. */
export function shareOf(wall: WallSeen | undefined): WallShare {
  if (wall === undefined) return "off";
  if (wall.board !== null) return "board";
  if (wall.counterId !== null) return `counter:${wall.counterId}`;
  return wall.zone === null ? "all" : `zone:${wall.zone}`;
}

/** What was chosen for a monitor; `null` when it is not used, or its board is none yet. Pure. */
export function wallOf(monitorId: string, { share, board }: WallDraft): WallSeen | null {
  const all = { monitorId, board: null, counterId: null, zone: null };
  if (share === "off") return null;
  if (share === "board") {
    const typed = boardOf(board);
    return typed === null ? null : { ...all, board: typed };
  }
  if (share.startsWith("counter:")) return { ...all, counterId: share.slice("counter:".length) };
  if (share.startsWith("zone:")) return { ...all, zone: share.slice("zone:".length) };
  return all;
}

/**
 * The choices for all monitors while they are made, in the order of the monitors.
 *
 * @param language in which numbers are written
 */
export function useWallDrafts(
  { monitors, chosen }: WallsSeen,
  language: string,
): {
  readonly drafts: readonly WallDraft[];
  readonly setDraft: (index: number, draft: WallDraft) => void;
  /** `null` while there is nothing to keep: no monitor is used, or a board is none yet. */
  readonly chosen: readonly WallSeen[] | null;
} {
  const [drafts, setDrafts] = useState(() =>
    monitors.map(({ id }): WallDraft => {
      const wall = chosen.find(({ monitorId }) => monitorId === id);
      return { share: shareOf(wall), board: draftOf(wall?.board ?? null, language) };
    }),
  );
  const setDraft = (index: number, draft: WallDraft): void =>
    setDrafts((now) => now.with(index, draft));
  return { drafts, setDraft, chosen: wallsOf(monitors, drafts) };
}

/** What was chosen for all monitors; `null` while there is nothing to keep. Pure. */
export function wallsOf(
  monitors: WallsSeen["monitors"],
  drafts: readonly WallDraft[],
): readonly WallSeen[] | null {
  const walls: WallSeen[] = [];
  for (const [i, { id }] of monitors.entries()) {
    const draft = drafts[i];
    if (draft === undefined || draft.share === "off") continue;
    const wall = wallOf(id, draft);
    if (wall === null) return null;
    walls.push(wall);
  }
  return walls.length === 0 ? null : walls;
}
