import { randomBytes } from "node:crypto";
import { silentLogger } from "@luot/kit";
import { type HoSo, type OneStop, type OneStopFault, startOneStop } from "@luot/simulators";
import { type DossierRegister, openRegister } from "@luot/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ManualClock } from "../../testing/ManualClock.ts";
import { InProcessWriter } from "../InProcessWriter.ts";
import { registerPortOf } from "../registerPortOf.ts";
import { type RegisterConfig, registerRules } from "../registerRules.ts";
import { PullJob, type PullTools } from "./PullJob.ts";
import { ONE_STOP_LIST } from "./ListClient.ts";
import { readCursor } from "./PullCursor.ts";
import type { PullFault } from "./pullFault.ts";
import type { PulledSource } from "./pullPass.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 3);
const CONFIG: RegisterConfig = {
  timeZone: "Asia/Ho_Chi_Minh",
  extraCodes: [],
  maskHolder: "initials",
  keep: { holderDays: 3_650, dossierDays: 3_650 },
};
/** A known fault of the made-up server, and what a pull says of it. */
const REFUSED: readonly (readonly [OneStopFault, PullFault["reason"]])[] = [
  ["error", "http_error"],
  ["tooMany", "too_many_requests"],
  ["half", "not_json"],
  ["encoding", "wrong_encoding"],
  ["contentType", "wrong_content_type"],
  ["cut", "cut_off"],
  ["endless", "too_large"],
  ["silent", "timed_out"],
];

let clock: ManualClock;
let server: OneStop;
let register: DossierRegister;
let job: PullJob;
let turns: (PullFault["reason"] | null)[];
let delays: number[];
let password: string | null;

/** Long enough for a machine that is busy. */
const PATIENT_MS = 20_000;
const IMPATIENT_MS = 300;

function sourceOf(url: string, timeoutMs: number): PulledSource {
  return {
    id: "mot-cua",
    name: "Một cửa điện tử",
    kind: "pull",
    isOn: true,
    mapping: "dong-bo-ho-so-mc",
    pull: {
      url: `${url}/DongBoHoSoMC`,
      login: { url: `${url}/DangNhap`, username: "luot", password: null },
      everyMinutes: 10,
      pageSize: 50,
      timeoutMs,
    },
  };
}

function newJob(source: PulledSource): PullJob {
  const writer = new InProcessWriter({ register, config: CONFIG, onProgress: () => undefined });
  const tools: PullTools = {
    register: registerPortOf(writer),
    cursorOf: (id) => register.source(id)?.cursor ?? null,
    passwordOf: () => password,
    extraCodes: () => [],
    clock,
    clockToleranceMs: 120_000,
    fetch: (url, init) => fetch(url, init),
    later: (delayMs) => {
      delays.push(delayMs);
      return () => undefined;
    },
    random: () => 0,
    onTurn: (_id, fault) => turns.push(fault?.reason ?? null),
    log: silentLogger,
  };
  return new PullJob(source, tools);
}

/** Where the source goes on. */
function sinceKept(): string | null {
  return readCursor(register.source("mot-cua")?.cursor ?? null, `${server.url}/DongBoHoSoMC`).since;
}

/** Whether the register says of every dossier what is true. */
function wrong(): readonly HoSo[] {
  return server.truths().filter(({ MaHoSo, TrangThaiHoSo, NgayTra }) => {
    const kept = register.find(MaHoSo)?.record;
    return kept?.rawStatus !== TrangThaiHoSo || (kept.returnedAt === null) !== (NgayTra === "");
  });
}

beforeEach(async () => {
  clock = new ManualClock(NOW);
  [turns, delays, password] = [[], [], "thử"];
  server = await startOneStop({
    seed: 3,
    dossiers: 260,
    from: NOW - 15 * DAY_MS,
    until: NOW + 15 * DAY_MS,
    mark: "DẤU VẾT",
    port: 0,
    host: "127.0.0.1",
    username: "luot",
    password: "thử",
    now: () => clock.now(),
  });
  register = openRegister(":memory:", {
    key: randomBytes(32),
    rules: registerRules(CONFIG),
    now: NOW,
  });
  register.setSource("mot-cua", { document: "{}", isOn: true });
  job = newJob(sourceOf(server.url, PATIENT_MS));
});

afterEach(async () => {
  await job.close();
  await server.close();
  register.close();
});

describe("pulling dossiers", () => {
  it("takes every dossier, then only what changed, then nothing", async () => {
    await job.runNow();
    expect(wrong()).toEqual([]);
    expect(register.count()).toBe(server.truths().length);
    expect(register.source("mot-cua")).toMatchObject({ asOf: NOW, lastOkAt: NOW });
    const newest = server.truths().map(({ NgayCapNhat }) => NgayCapNhat);
    expect(sinceKept()).toBe(newest.toSorted().at(-1));
    clock.pass(3 * 3_600_000);
    const before = server.asked();
    await job.runNow();
    expect(wrong()).toEqual([]);
    expect(server.asked() - before).toBe(2);
    clock.pass(1_000);
    await job.runNow();
    const [run] = register.runs(1);
    expect(run).toMatchObject({ outcome: "done", counts: { added: 0, changed: 0 } });
    expect(turns).toEqual([null, null, null]);
    expect(delays).toEqual([540_000, 540_000, 540_000]);
  });

  it.each(REFUSED)("takes nothing of a page with %s, and says %s", async (fault, reason) => {
    if (fault === "silent") job = newJob(sourceOf(server.url, IMPATIENT_MS));
    server.failNext(null, fault);
    await job.runNow();
    expect(turns).toEqual([reason]);
    expect(register.count()).toBe(50);
    expect(register.runs(1)[0]).toMatchObject({ outcome: "failed", reason });
    await job.runNow();
    expect(turns).toEqual([reason, null]);
    expect(wrong()).toEqual([]);
  });

  it.each(["slow", "duplicates", "outOfOrder", "loggedOut"] as const)(
    "is not misled by answers with %s",
    async (fault) => {
      server.setTrouble({ rates: { [fault]: 0.5 }, slowMs: 20 });
      for (let day = 0; day < 4; day++) {
        await job.runNow();
        // A session may end twice in a row: then the next turn goes on.
        for (let again = 0; again < 60 && turns.at(-1) !== null; again++) await job.runNow();
        expect(wrong()).toEqual([]);
        clock.pass(DAY_MS);
      }
    },
  );

  it("goes on where it was, by another program, on the same register", async () => {
    server.failNext(null, null, "error");
    await job.runNow();
    // The last of a page comes once more with the next.
    expect(register.count()).toBe(99);
    expect(sinceKept()).not.toBeNull();
    await job.close();
    job = newJob(sourceOf(server.url, PATIENT_MS));
    const before = server.asked();
    await job.runNow();
    expect(wrong()).toEqual([]);
    expect(server.asked() - before).toBe(2);
  });

  it("waits as long as the source asks for", async () => {
    server.setTrouble({ retryAfterSeconds: 90 });
    server.failNext("tooMany", "error", "error");
    await job.runNow();
    await job.runNow();
    await job.runNow();
    expect(delays).toEqual([90_000, 5_000, 10_000]);
  });

  it("makes one run of a trouble that lasts", async () => {
    job = newJob(sourceOf(server.url, IMPATIENT_MS));
    await job.runNow();
    server.failNext("error", "error", "error", "silent");
    for (let turn = 0; turn < 4; turn++) await job.runNow();
    expect(register.runs(10).map(({ reason }) => reason)).toEqual([
      "timed_out",
      "http_error",
      null,
    ]);
  });

  it("stays right while the source's clock is days ahead, and when it is put right", async () => {
    const source = sourceOf(server.url, PATIENT_MS);
    // The daily pass over everything would put it right, too; later.
    const list = { ...ONE_STOP_LIST, fullEveryHours: 0 };
    job = newJob({ ...source, pull: { ...source.pull, list } });
    server.setTrouble({ clockOffMs: 3 * DAY_MS });
    await job.runNow();
    clock.pass(DAY_MS);
    await job.runNow();
    expect(wrong()).toEqual([]);
    server.setTrouble({ clockOffMs: 0 });
    clock.pass(DAY_MS);
    await job.runNow();
    expect(wrong()).toEqual([]);
    server.setTrouble({ clockOffMs: -2 * DAY_MS });
    clock.pass(DAY_MS);
    await job.runNow();
    expect(wrong()).toEqual([]);
  });

  it("asks for everything again after a day", async () => {
    await job.runNow();
    const first = server.asked();
    clock.pass(DAY_MS);
    await job.runNow();
    expect(server.asked() - first).toBeGreaterThanOrEqual(first - 1);
  });

  it("says that it has no password, and that the one it has is wrong", async () => {
    password = null;
    await job.runNow();
    password = "sai";
    await job.runNow();
    expect(turns).toEqual(["no_password", "log_in_refused"]);
    expect(server.asked()).toBe(0);
  });

  it("ends at once while an answer is waited for", async () => {
    server.failNext("silent");
    const turn = job.runNow();
    await expect.poll(() => server.asked()).toBe(1);
    await job.close();
    await turn;
    expect(delays).toEqual([]);
  });
});
