import { createHash } from "node:crypto";
import { type Board, type BoardPeriod, BoardPeriodSchema } from "@luot/contract";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { letRead } from "./letRead.ts";

/** A board is counted anew after so long at the earliest. */
export const BOARD_COUNTS_MS = 5_000;
/** So many different boards are counted in that time; walls ask for one or two. */
export const MAX_BOARDS = 32;

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
    const key = `${period}/${date}`;
    const known = counted.get(key);
    if (known !== undefined || counted.size >= MAX_BOARDS) return known;
    const fresh = { at: now, answer: answerOf(deps.boardOf(period, date)) };
    counted.set(key, fresh);
    return fresh;
  }

  http.get("/api/board", (request, reply) => {
    letRead(request.headers.origin, deps.allowedOrigins, reply);
    const query = QuerySchema.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ error: "bad_request" });
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

function answerOf(board: Board | null): CountedBoard["answer"] {
  if (board === null) return null;
  const text = JSON.stringify(board);
  return { text, tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}
