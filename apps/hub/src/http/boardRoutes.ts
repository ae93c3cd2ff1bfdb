import { createHash } from "node:crypto";
import { type Board, type BoardPeriod, BoardPeriodSchema } from "@luot/contract";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { letRead } from "./letRead.ts";

/** A board is counted anew after so long at the earliest. */
export const BOARD_COUNTS_MS = 5_000;
/** So many boards of other days than today are counted in that time; people look at one or two. */
export const MAX_BOARDS = 32;
/** No centre counts what came before; each board of a far day would be counted for nobody. */
const FIRST_DAY = "2019-01-01";
const DAYS_AHEAD = 366;
const DAY_MS = 86_400_000;

const QuerySchema = z.object({
  period: BoardPeriodSchema.default("month"),
  date: z.iso.date().nullable().default(null),
});

/** What the board needs. */
export interface BoardDeps {
  /**
   * The board of the period in which a day lies.
   *
   * @param date ISO date; `null`: today, by the centre's calendar
   * @returns `null` where the centre has no register of dossiers
   */
  readonly boardOf: (period: BoardPeriod, date: string | null) => Board | null;
  /** Origins of screens that are not served by the hub. */
  readonly allowedOrigins: readonly string[];
  readonly now: () => number;
}

const TODAY = "today";

interface CountedBoard {
  readonly at: number;
  /** `null`: there is none. */
  readonly answer: { readonly text: string; readonly tag: string } | null;
}

/**
 * `GET /api/board?period=day|month|quarter|year&date=2026-11-24`: how many dossiers stand where; the
 * month and today by default. Sums alone, nothing of any one dossier: anybody on the LAN may ask.
 */
export function boardRoutes(http: FastifyInstance, deps: BoardDeps): void {
  const counted = new Map<string, CountedBoard>();

  /** `undefined`: too many different boards were asked for just now. */
  function find(period: BoardPeriod, date: string | null): CountedBoard | undefined {
    const now = deps.now();
    for (const [key, { at }] of counted)
      if (Math.abs(now - at) >= BOARD_COUNTS_MS) counted.delete(key);
    const key = `${period}/${date ?? TODAY}`;
    const known = counted.get(key);
    if (known !== undefined) return known;
    // The four of today are what walls show: whoever asks for other days takes none of them away.
    const others = [...counted.keys()].filter((other) => !other.endsWith(TODAY));
    if (date !== null && others.length >= MAX_BOARDS) return undefined;
    const fresh = { at: now, answer: answerOf(deps.boardOf(period, date)) };
    counted.set(key, fresh);
    return fresh;
  }

  http.get("/api/board", (request, reply) => {
    letRead(request.headers.origin, deps.allowedOrigins, reply);
    const query = QuerySchema.safeParse(request.query);
    if (!query.success || !isCounted(query.data.date, deps.now()))
      return reply.code(400).send({ error: "bad_request" });
    const found = find(query.data.period, query.data.date);
    if (found === undefined) return reply.code(429).send({ error: "rate_limited" });
    if (found.answer === null) return reply.code(404).send({ error: "not_found" });
    const { text, tag } = found.answer;
    // Kept, but asked for each time: a screen that has it is told so in a few bytes.
    reply.header("etag", tag).header("cache-control", "no-cache");
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    return reply.type("application/json").send(text);
  });
}

/** Whether there can be dossiers of a day. */
function isCounted(date: string | null, now: number): boolean {
  const last = new Date(now + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10);
  return date === null || (date >= FIRST_DAY && date <= last);
}

function answerOf(board: Board | null): CountedBoard["answer"] {
  if (board === null) return null;
  const text = JSON.stringify(board);
  return { text, tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}
