import type { CentreSettings } from "@luot/hub-client";
import type { ReactNode } from "react";
import { useBoard } from "../board/useBoard.ts";
import { BOARD_PAGES, BoardColumn } from "./BoardColumn.tsx";
import { type Lines, pageAt, totalWaiting, waitingByAgency } from "./waiting.ts";
import { Waiting, waitingPages } from "./Waiting.tsx";

/** Nothing moves by itself faster than this. */
const PAGE_MS = 8_000;

export interface SideProps {
  readonly lines: Lines;
  readonly settings: CentreSettings;
  readonly now: number;
}

/**
 * Beside the calls: who waits where, page by page, and then, where the centre wants it, how it does
 * its work this month. The calls stay where they are.
 */
export function Side({ lines, settings, now }: SideProps): ReactNode {
  const seen = useBoard(settings.dossiers?.boardOnWall === true ? "month" : null);
  const agencies = waitingByAgency(lines, settings);
  const pages = waitingPages(agencies);
  const board = seen.status === "ready" && seen.board.asOf !== null ? seen.board : null;
  const page = pageAt(now, pages + (board === null ? 0 : BOARD_PAGES), PAGE_MS);
  if (board !== null && page >= pages)
    return <BoardColumn board={board} settings={settings} now={now} page={page - pages} />;
  return (
    <Waiting agencies={agencies} total={totalWaiting(lines)} settings={settings} page={page} />
  );
}
