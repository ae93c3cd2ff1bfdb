import type { Board } from "@luot/contract";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOARD_COUNTS_MS, boardRoutes, MAX_BOARDS } from "./boardRoutes.ts";

const COUNTS = {
  carriedOver: 2_191,
  received: 14_043,
  resolved: { early: 9_000, onTime: 5_064, late: 36 },
  ended: 0,
  inProgress: { inTime: 2_134, overdue: 0 },
  due: 14_100,
  dueKept: 14_064,
};
const BOARD: Board = {
  period: "quarter",
  from: "2021-07-01",
  to: "2021-09-30",
  total: COUNTS,
  agencies: [{ agencyId: "justice", counts: COUNTS }],
  ratioOf: "due",
  asOf: 1_633_000_000_000,
  isStale: false,
};

let http: FastifyInstance;
let board: Board | null;
let asked: string[];
let now: number;

beforeEach(() => {
  http = Fastify();
  board = BOARD;
  asked = [];
  now = Date.parse("2026-11-24T10:00:00+07:00");
  boardRoutes(http, {
    boardOf: (period, date) => {
      asked.push(`${period} ${date}`);
      return board;
    },
    allowedOrigins: ["app://luot"],
    now: () => now,
  });
});

afterEach(() => http.close());

const ask = (query: string, headers: Record<string, string> = {}) =>
  http.inject({ url: `/api/board${query}`, headers });

/** One day after the other. */
async function askForDays(count: number) {
  const replies = [];
  for (let day = 0; day < count; day += 1) {
    const date = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10);
    replies.push(await ask(`?date=${date}`));
  }
  return replies;
}

describe("GET /api/board", () => {
  it("tells the board of the period and the day that were asked for", async () => {
    const reply = await ask("?period=quarter&date=2021-08-12");
    expect([reply.statusCode, reply.json()]).toEqual([200, BOARD]);
    expect(asked).toEqual(["quarter 2021-08-12"]);
  });

  it("is about this month when nothing is said", async () => {
    await ask("");
    expect(asked).toEqual(["month null"]);
  });

  it.each(["?period=week", "?date=2021-02-30", "?date=x", "?period=day&period=year"])(
    "refuses %s, and counts nothing",
    async (query) => {
      expect((await ask(query)).statusCode).toBe(400);
      expect(asked).toEqual([]);
    },
  );

  it("is not there where the centre has no register", async () => {
    board = null;
    expect((await ask("")).statusCode).toBe(404);
  });

  it("comes with a tag, and not again for whoever has it", async () => {
    const first = await ask("");
    const again = await ask("", { "if-none-match": String(first.headers["etag"]) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    now += BOARD_COUNTS_MS;
    board = { ...BOARD, isStale: true };
    const changed = await ask("", { "if-none-match": String(first.headers["etag"]) });
    expect(changed.json()).toMatchObject({ isStale: true });
  });

  it("is counted once in five seconds, however many walls ask", async () => {
    for (let i = 0; i < 20; i += 1) await ask("?period=day");
    expect(asked).toHaveLength(1);
    now += BOARD_COUNTS_MS;
    await ask("?period=day");
    expect(asked).toHaveLength(2);
  });

  it("counts for nobody who asks for one day after the other, and still tells what it has", async () => {
    const replies = await askForDays(60);
    expect(asked).toHaveLength(MAX_BOARDS);
    expect(replies.filter(({ statusCode }) => statusCode === 429)).toHaveLength(60 - MAX_BOARDS);
    expect((await ask("?date=2021-01-01")).statusCode).toBe(200);
  });

  it.each(["day", "month", "quarter", "year"])(
    "tells a wall the board of today's %s, whoever asks for other days",
    async (period) => {
      await askForDays(60);
      expect((await ask(`?period=${period}`)).statusCode).toBe(200);
    },
  );

  it.each([
    ["2018-12-31", 400],
    ["2019-01-01", 200],
    ["2027-11-25", 200],
    ["2027-11-26", 400],
    ["9999-12-31", 400],
  ])("tells of %s: %d", async (date, status) => {
    expect((await ask(`?date=${date}`)).statusCode).toBe(status);
  });

  it("may be read by the desktop apps' own pages and by no page of another origin", async () => {
    const readableBy = async (origin: string): Promise<unknown> =>
      (await ask("", { origin })).headers["access-control-allow-origin"];
    expect(await readableBy("app://luot")).toBe("app://luot");
    expect(await readableBy("http://evil.example")).toBeUndefined();
    expect((await ask("")).headers["vary"]).toBe("origin");
  });
});
