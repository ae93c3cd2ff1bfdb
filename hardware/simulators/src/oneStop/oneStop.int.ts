import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HoSo } from "./HoSo.ts";
import { type OneStop, startOneStop } from "./startOneStop.ts";
import { stampOf } from "./vietnamTime.ts";

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 10, 24, 3);
let now = START;
let server: OneStop;

interface Page {
  readonly total: number;
  readonly data: readonly HoSo[];
}

beforeEach(async () => {
  now = START;
  server = await startOneStop({
    seed: 11,
    dossiers: 300,
    from: START - 20 * DAY_MS,
    until: START + 20 * DAY_MS,
    mark: "DẤU VẾT",
    port: 0,
    host: "127.0.0.1",
    username: "luot",
    password: "thử",
    now: () => now,
  });
});
afterEach(() => server.close());

async function logIn(password = "thử"): Promise<string> {
  const body = JSON.stringify({ username: "luot", password });
  const answer = await fetch(`${server.url}/DangNhap`, { method: "POST", body });
  return ((await answer.json()) as { session?: string }).session ?? "";
}

function list(session: string, query: string, headers: Record<string, string> = {}) {
  return fetch(`${server.url}/DongBoHoSoMC?${query}`, {
    headers: { authorization: `Bearer ${session}`, ...headers },
    signal: AbortSignal.timeout(5_000),
  });
}

describe("the made-up one-stop server", () => {
  it("shows nothing without a log-in, and none for a wrong password", async () => {
    expect((await list("", "page=1&size=10")).status).toBe(401);
    expect(await logIn("sai")).toBe("");
  });

  it("gives every dossier received so far once, page by page", async () => {
    const session = await logIn();
    const codes: string[] = [];
    for (let page = 1; ; page++) {
      const { data } = (await (await list(session, `page=${page}&size=40`)).json()) as Page;
      if (data.length === 0) break;
      codes.push(...data.map(({ MaHoSo }) => MaHoSo));
    }
    expect(new Set(codes)).toEqual(new Set(server.truths().map(({ MaHoSo }) => MaHoSo)));
    expect(codes).toHaveLength(server.truths().length);
  });

  it("gives only what changed since, and 304 to whoever knows the page", async () => {
    const session = await logIn();
    const query = `page=1&size=500&changedSince=${stampOf(START)}`;
    const before = await list(session, query);
    expect(((await before.json()) as Page).total).toBeLessThan(3);
    const etag = before.headers.get("etag") ?? "";
    expect((await list(session, query, { "if-none-match": etag })).status).toBe(304);
    now += DAY_MS;
    const after = await list(session, query, { "if-none-match": etag });
    expect(((await after.json()) as Page).total).toBeGreaterThan(3);
  });

  it("fails as it is asked to", async () => {
    const session = await logIn();
    server.failNext("error", "tooMany", "half", "encoding", "contentType", "cut");
    const ask = () => list(session, "page=1&size=50");
    expect((await ask()).status).toBe(500);
    const tooMany = await ask();
    expect([tooMany.status, tooMany.headers.get("retry-after")]).toEqual([429, "1"]);
    await expect((await ask()).json()).rejects.toThrow(SyntaxError);
    const wrong = new Uint8Array(await (await ask()).arrayBuffer());
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(wrong)).toThrow(/not valid/);
    expect((await ask()).headers.get("content-type")).toBe("text/html");
    await expect(ask().then((answer) => answer.text())).rejects.toThrow(TypeError);
    expect((await ask()).status).toBe(200);
    server.failNext("loggedOut");
    expect((await ask()).status).toBe(401);
  });

  it("repeats rows, and tells old states after new ones", async () => {
    const session = await logIn();
    server.failNext("duplicates", "outOfOrder");
    const codesOf = async (): Promise<readonly HoSo[]> =>
      ((await (await list(session, "page=1&size=50")).json()) as Page).data;
    expect((await codesOf()).length).toBeGreaterThan(50);
    const rows = await codesOf();
    const newest = new Map(rows.slice(0, 50).map((row) => [row.MaHoSo, row.NgayCapNhat]));
    expect(rows.slice(50).length).toBeGreaterThan(20);
    for (const { MaHoSo, NgayCapNhat } of rows.slice(50))
      expect(NgayCapNhat < (newest.get(MaHoSo) ?? "")).toBe(true);
  });

  it("goes by its own clock when that is wrong", async () => {
    const session = await logIn();
    const first = async (): Promise<string> =>
      ((await (await list(session, "page=1&size=1")).json()) as Page).data[0]?.NgayCapNhat ?? "";
    const right = await first();
    server.setTrouble({ clockOffMs: -2 * DAY_MS });
    expect((await first()) < right).toBe(true);
    const { headers } = await list(session, "page=1&size=1");
    expect(Date.parse(headers.get("date") ?? "")).toBe(START - 2 * DAY_MS);
  });

  it("closes also while an answer never ends", async () => {
    const session = await logIn();
    server.failNext("endless", "silent");
    const endless = await list(session, "page=1&size=1");
    const reader = endless.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    const silent = list(session, "page=1&size=1").catch(() => "cut");
    await expect.poll(() => server.asked()).toBe(2);
    await server.close();
    expect(await silent).toBe("cut");
  });
});
