import { randomBytes } from "node:crypto";
import type { Ack } from "@luot/contract";
import type { DossierRecord } from "@luot/dossier";
import { type CentreSettings, initialState } from "@luot/domain";
import { silentLogger } from "@luot/kit";
import { type DossierRegister, openRegister } from "@luot/store";
import { beforeEach, describe, expect, it } from "vitest";
import { Alarms } from "../../Alarms.ts";
import type { DossierAsker } from "../../sockets/dossierCommands.ts";
import { CENTRE_LIMITS } from "../../sockets/limits.ts";
import { ManualClock } from "../../testing/ManualClock.ts";
import { demoSettings } from "../../testing/startTestHub.ts";
import { registerConfigOf, registerRules } from "../registerRules.ts";
import type { LookUpLog, NotedLookUp } from "./createLookUpLog.ts";
import { LookUpDesk } from "./LookUpDesk.ts";

const CODE = "H56.29-261105-0003";
const HIDDEN = "H56.29-261105-0004";
const NOW = Date.parse("2026-11-20T09:00:00+07:00");
const NAME = "Nguyễn Thị Dấu Vết";
const RECORD: DossierRecord = {
  code: CODE,
  procedureCode: "1.001193",
  procedureName: "Thủ tục đăng ký khai sinh",
  field: "Hộ tịch",
  agencyCode: "H56.29",
  unit: "Phòng Hộ tịch",
  holder: { name: NAME, kind: "citizen", phone: "0912345678", identity: null },
  receivedAt: Date.parse("2026-11-05T08:00:00+07:00"),
  dueAt: Date.parse("2026-11-25T17:00:00+07:00"),
  newDueAt: null,
  reappointments: 0,
  finishedAt: null,
  returnedAt: null,
  status: "5",
  rawStatus: "5",
  statusAt: null,
  missing: ["Bản sao giấy khai sinh"],
  fee: null,
  resultPlace: null,
  updatedAt: null,
};

let register: DossierRegister;
let clock: ManualClock;
let alarms: Alarms;
let lookUps: NotedLookUp[];
let openings: unknown[];
let isDiskFull: boolean;
let desk: LookUpDesk;

beforeEach(() => {
  const demo = demoSettings();
  const settings: CentreSettings = {
    ...demo,
    dossiers: {
      staleAfterMinutes: 60,
      dueSoonDays: 1,
      extraCodes: ["HS-####-#####"],
      hiddenProcedures: ["2.000815"],
      generalServices: ["ket-qua-khac"],
      maskHolder: "initials",
      ratioOf: "resolved",
      boardOnWall: false,
      keep: { holderDays: 90, dossierDays: 1_825, lookUpDays: 30 },
    },
  };
  clock = new ManualClock(NOW);
  alarms = new Alarms(() => clock.now());
  lookUps = [];
  openings = [];
  isDiskFull = false;
  register = openRegister(":memory:", {
    key: randomBytes(32),
    rules: registerRules(registerConfigOf(settings)),
    now: NOW,
  });
  keep([RECORD, { ...RECORD, code: HIDDEN, procedureCode: "2.000815.H56" }], NOW - 59 * 60_000);
  const log: LookUpLog = {
    lookUp: (noted) => lookUps.push(noted),
    opening: async (noted) => {
      if (isDiskFull) throw new Error("disk full");
      openings.push(noted);
    },
  };
  const state = initialState(settings);
  desk = new LookUpDesk({
    register,
    log,
    procedureLines: () => null,
    state: () => state,
    limits: CENTRE_LIMITS,
    alarms,
    clock,
    logger: silentLogger,
  });
});

/** Takes records as a source that was in step at a moment. */
function keep(records: readonly DossierRecord[], at: number): void {
  register.setSource("file", { document: "{}", isOn: true });
  const run = register.beginRun({ source: "file", name: "f", fingerprint: null, at });
  const rows = records.map((record, row) => ({ row, record }));
  register.apply({ source: "file", run, at, rows });
  register.endRun(run, { outcome: "done", reason: null, at, asOf: at });
}

function at(view: "kiosk" | "counter", id = "k1"): DossierAsker {
  const signedIn = view === "counter" ? { officer: { id: "lan" } } : null;
  return { view, device: { id, name: id }, signedIn };
}

const KIOSK = at("kiosk");

function lookUp(text: string, connection = KIOSK): Promise<Ack> {
  return desk.answer("dossier:look-up", { text, by: "scan" }, connection);
}

function codeOf(ack: Ack): string {
  return ack.ok ? "ok" : ack.error.code;
}

async function refOf(text: string, connection = KIOSK): Promise<string> {
  const ack = await lookUp(text, connection);
  if (!ack.ok) throw new Error(ack.error.code);
  return (ack.data as { ref: string }).ref;
}

describe("a look-up", () => {
  it("tells where the dossier stands, and nothing of its holder but the mask", async () => {
    const ack = await lookUp(`https://x.gov.vn/tra-cuu?ma=${CODE}`);
    expect(ack).toMatchObject({
      ok: true,
      data: {
        code: CODE,
        status: "5",
        light: "on_time",
        daysLeft: 2,
        missing: ["Bản sao giấy khai sinh"],
        next: { kind: "supplement", place: null },
        isStale: false,
        canProve: true,
      },
    });
    const text = JSON.stringify(ack);
    for (const clear of [NAME, "Thị", "0912345678", "5678"]) expect(text).not.toContain(clear);
  });

  it("tells a kiosk that the result is elsewhere, but not where: it may be an address", async () => {
    const resultPlace = "Nhà số 7, phố Dấu Vết";
    const status = { status: "9", rawStatus: "9" } as const;
    keep([{ ...RECORD, code: "H56.29-261105-0009", ...status, resultPlace }], NOW);
    const told = await lookUp("H56.29-261105-0009");
    expect(told).toMatchObject({ data: { next: { isElsewhere: true, place: null } } });
    expect(JSON.stringify(told)).not.toContain("Dấu Vết");
    const atCounter = await lookUp("H56.29-261105-0009", at("counter"));
    expect(atCounter).toMatchObject({ data: { next: { place: resultPlace } } });
  });

  it("sends whoever fetches a result to the line for all agencies, where theirs has none", async () => {
    const status = { status: "9", rawStatus: "9" } as const;
    keep([{ ...RECORD, code: "H99.01-261105-0009", agencyCode: "H99.01", ...status }], NOW);
    const told = await lookUp("H99.01-261105-0009");
    expect(told).toMatchObject({ data: { next: { kind: "collect", serviceId: "ket-qua-khac" } } });
  });

  it("warns of data that is older than the centre allows", async () => {
    clock.pass(2 * 60_000);
    expect(await lookUp(CODE)).toMatchObject({ data: { isStale: true, asOf: NOW - 59 * 60_000 } });
  });

  it("is as old as its own source, whatever another was told when", async () => {
    register.setSource("old", { document: "{}", isOn: true });
    const run = register.beginRun({ source: "old", name: "f", fingerprint: null, at: NOW });
    const asOf = NOW - 90 * 86_400_000;
    register.endRun(run, { outcome: "done", reason: null, at: NOW, asOf });
    expect(await lookUp(CODE)).toMatchObject({ data: { isStale: false } });
  });

  it("answers an unknown code, a hidden one and no code alike", async () => {
    const answers = await Promise.all(
      ["H56.29-261105-9999", HIDDEN, "xin chào"].map((text) => lookUp(text)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, error: { code: "dossier_not_found" } });
    expect(codeOf(await lookUp(HIDDEN, at("counter")))).toBe("ok");
  });

  it("is noted by device, code and outcome", async () => {
    await lookUp(CODE);
    await lookUp(HIDDEN);
    await lookUp("xin chào");
    expect(lookUps).toEqual([
      { device: "k1", code: CODE, outcome: "found" },
      { device: "k1", code: HIDDEN, outcome: "not_found" },
      { device: "k1", code: "", outcome: "not_found" },
    ]);
  });
});

describe("guessing", () => {
  it("of codes at one kiosk ends after eight unknown ones, for known ones too, and is told", async () => {
    for (let i = 0; i < 8; i++)
      expect(codeOf(await lookUp(`H56.29-261105-${8_000 + i}`))).toBe("dossier_not_found");
    expect(codeOf(await lookUp(CODE))).toBe("rate_limited");
    expect(alarms.all()).toMatchObject([{ kind: "guessing", subject: "k1" }]);
    expect(codeOf(await lookUp(CODE, at("kiosk", "k2")))).toBe("ok");
    clock.pass(76_000);
    expect(codeOf(await lookUp(CODE))).toBe("ok");
  });

  it("with many kiosks is bounded by the hub", async () => {
    const answers: string[] = [];
    for (let i = 0; i < 80; i++) answers.push(codeOf(await lookUp(CODE, at("kiosk", `k${i}`))));
    expect(answers.filter((code) => code === "ok")).toHaveLength(60);
    expect(answers.slice(60).every((code) => code === "rate_limited")).toBe(true);
  });

  it("of four digits ends after three wrong ones, also for the right ones", async () => {
    const ref = await refOf(CODE);
    const prove = async (factor: string): Promise<string> =>
      codeOf(await desk.answer("dossier:prove", { ref, factor }, KIOSK));
    expect(await prove("5678")).toBe("ok");
    for (const factor of ["0000", "1111", "2222"]) expect(await prove(factor)).toBe("wrong_factor");
    expect(await prove("5678")).toBe("too_many_attempts");
    clock.pass(21 * 60_000);
    expect(await prove("5678")).toBe("ok");
  });

  it("of references tells nothing: an unknown one is a wrong factor", async () => {
    const ack = await desk.answer("dossier:prove", { ref: "x".repeat(22), factor: "5678" }, KIOSK);
    expect(codeOf(ack)).toBe("wrong_factor");
  });
});

describe("the second factor", () => {
  it("opens the way so far and the masked phone", async () => {
    const ref = await refOf(CODE);
    const ack = await desk.answer("dossier:prove", { ref, factor: "5678" }, KIOSK);
    expect(ack).toMatchObject({
      data: { phone: "09** *** 678", resultPlace: null, history: [{ status: "5" }] },
    });
  });
});

describe("an officer", () => {
  it("sees the holder only once that is kept in the audit", async () => {
    const counter = at("counter", "c1");
    const ref = await refOf(CODE, counter);
    isDiskFull = true;
    const refused = await desk.answer("dossier:open-holder", { ref }, counter);
    expect(codeOf(refused)).toBe("unavailable");
    expect(JSON.stringify(refused)).not.toContain("Nguyễn");
    isDiskFull = false;
    expect(await desk.answer("dossier:open-holder", { ref }, counter)).toMatchObject({
      data: { name: NAME, kind: "citizen", phone: "0912345678" },
    });
    expect(openings).toEqual([{ officer: "lan", device: "c1", code: CODE }]);
  });
});
