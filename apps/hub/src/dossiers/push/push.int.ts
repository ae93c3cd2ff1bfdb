import { randomBytes } from "node:crypto";
import type { DossierSource } from "@luot/contract";
import { silentLogger } from "@luot/kit";
import { generateDossiers, NAME_MARK } from "@luot/simulators";
import { type DossierRegister, openRegister } from "@luot/store";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { InProcessWriter } from "../InProcessWriter.ts";
import { registerPortOf } from "../registerPortOf.ts";
import { type RegisterConfig, registerRules } from "../registerRules.ts";
import { makePushKey, sourceOfPushKey } from "../sources/pushKey.ts";
import { pushRoutes } from "./pushRoutes.ts";
import { type PushAnswer, PushAnswerSchema, PushedDossierSchema } from "./pushSchemas.ts";

const NOW = Date.parse("2026-11-24T10:00:00+07:00");
const CONFIG: RegisterConfig = {
  timeZone: "Asia/Ho_Chi_Minh",
  extraCodes: [],
  maskHolder: "initials",
  keep: { holderDays: 3_650, dossierDays: 3_650 },
};
const DOSSIER = {
  code: "H56.29-261105-0003",
  procedureCode: "1.001193",
  procedureName: "Thủ tục đăng ký khai sinh",
  holder: { name: "NGUYỄN THỊ DẤU VẾT 7391", kind: "citizen", phone: "0100123456" },
  receivedAt: "2026-11-05T08:00:00+07:00",
  dueAt: "2026-11-26T17:00:00+07:00",
  status: "4",
  fee: { amount: 15_000, isPaid: false },
  updatedAt: "2026-11-06T08:00:00+07:00",
};

let now: number;
let source: DossierSource;
let register: DossierRegister;
let http: FastifyInstance;
let writer: InProcessWriter;
let key: string;

beforeEach(async () => {
  now = NOW;
  source = { id: "lien-thong", name: "Liên thông", kind: "push", isOn: true, mapping: "auto" };
  register = openRegister(":memory:", {
    key: randomBytes(32),
    rules: registerRules(CONFIG),
    now,
  });
  register.setSource(source.id, { document: JSON.stringify(source), isOn: true });
  writer = new InProcessWriter({ register, config: CONFIG, onProgress: () => undefined });
  key = await makePushKey(writer, source.id);
  http = Fastify({ logger: false });
  pushRoutes(http, {
    keys: { sourceOf: (given) => sourceOfPushKey(register, given) },
    findSource: (id) => (id === source.id ? source : null),
    register: registerPortOf(writer),
    extraCodes: () => [],
    now: () => now,
    version: "1.2.3",
    log: silentLogger,
  });
});

afterEach(async () => {
  await http.close();
  register.close();
});

function send(payload: object, authorization = `Bearer ${key}`) {
  const headers = { authorization, "content-type": "application/json" };
  return http.inject({ method: "POST", url: "/api/v1/dossiers", headers, payload });
}

async function push(data: readonly unknown[]): Promise<PushAnswer> {
  const answer = await send({ data });
  expect(answer.statusCode).toBe(200);
  return PushAnswerSchema.parse(answer.json());
}

async function outcomes(record: object): Promise<readonly string[]> {
  return (await push([record])).results.map(({ outcome }) => outcome);
}

describe("POST /api/v1/dossiers", () => {
  it("takes new and changed dossiers, and the same batch twice changes nothing", async () => {
    expect(await outcomes(DOSSIER)).toEqual(["added"]);
    expect(await outcomes(DOSSIER)).toEqual(["same"]);
    const newer = { ...DOSSIER, status: "5", updatedAt: "2026-11-07T08:00:00+07:00" };
    expect(await outcomes(newer)).toEqual(["changed"]);
    expect(await outcomes(DOSSIER)).toEqual(["older"]);
    expect(register.find(DOSSIER.code)?.record.status).toBe("5");
    expect(register.source(source.id)?.asOf).toBe(NOW);
  });

  it("says of each bad record which field is wrong and takes the others", async () => {
    const bad = { ...DOSSIER, code: "H56.29-261305-0003", receivedAt: "hôm qua" };
    const { results } = await push([bad, DOSSIER, "không phải hồ sơ"]);
    expect(results.map(({ index, outcome }) => [index, outcome])).toEqual([
      [0, "refused"],
      [1, "added"],
      [2, "refused"],
    ]);
    expect(results[0]?.faults.map(({ field, path }) => [field, path])).toEqual([
      ["code", "code"],
      ["receivedAt", "receivedAt"],
    ]);
    expect(register.count()).toBe(1);
  });

  it("does not look into a record of hundreds of thousands of names", async () => {
    const names = Array.from({ length: 200_000 }, (_, i) => [`k${i}`, 1] as const);
    const { results } = await push([{ ...DOSSIER, ...Object.fromEntries(names) }, DOSSIER]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["refused", "added"]);
    expect(results[0]?.faults).toMatchObject([{ field: "record", reason: "too_large" }]);
  });

  it("says why the register itself refuses a record", async () => {
    const { updatedAt: _, ...plain } = DOSSIER;
    await push([{ ...plain, status: "9", finishedAt: "2026-11-20T08:00:00+07:00" }]);
    const { results } = await push([plain]);
    expect(results[0]).toMatchObject({
      code: DOSSIER.code,
      outcome: "refused",
      faults: [{ reason: "status_goes_back" }],
    });
  });

  it("takes the exchange form as well, whole", async () => {
    const made = [...generateDossiers(9, 300, { now: NOW, historyDays: 20, mark: NAME_MARK })];
    const answer = await send({ service: "DongBoHoSoMC", isUpdating: "True", data: made });
    const { results } = PushAnswerSchema.parse(answer.json());
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["added"]));
    expect(answer.body).not.toContain(NAME_MARK);
    expect(register.count()).toBe(300);
  });

  it("opens to the key of a source alone, and keeps nothing but its hash", async () => {
    for (const wrong of ["", "Bearer ", `Bearer ${key}x`, `Basic ${key}`, key])
      expect((await send({ data: [DOSSIER] }, wrong)).statusCode).toBe(401);
    expect(register.secretOf(source.id)).not.toContain(key);
    const old = key;
    key = await makePushKey(writer, source.id);
    expect((await send({ data: [DOSSIER] }, `Bearer ${old}`)).statusCode).toBe(401);
    expect((await send({ data: [DOSSIER] })).statusCode).toBe(200);
    register.setSource(source.id, { secret: null });
    expect((await send({ data: [DOSSIER] })).statusCode).toBe(401);
  });

  it("slows strangers down without locking out who has a key", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await send({ data: [] }, "Bearer x")).statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
    expect((await send({ data: [DOSSIER] })).statusCode).toBe(200);
  });

  it("bounds how many batches come, and how large one is", async () => {
    expect((await send({ data: Array.from({ length: 1_001 }, () => DOSSIER) })).statusCode).toBe(
      400,
    );
    expect((await send({ data: ["x".repeat(5 * 1024 * 1024)] })).statusCode).toBe(413);
    for (const payload of [{}, { data: [] }, { data: {} }, []])
      expect((await send(payload)).statusCode).toBe(400);
    let status = 0;
    for (let n = 0; n < 40 && status !== 429; n++) status = (await send({ data: [1] })).statusCode;
    expect(status).toBe(429);
    now += 10_000;
    expect((await send({ data: [DOSSIER] })).statusCode).toBe(200);
  });

  it("says that a source is switched off, and that the register can't keep it", async () => {
    source = { ...source, isOn: false };
    expect((await send({ data: [DOSSIER] })).json()).toEqual({ error: "source_off" });
    source = { ...source, isOn: true };
    writer.run = () => Promise.reject(new Error("the disk is full"));
    const answer = await send({ data: [DOSSIER] });
    expect([answer.statusCode, answer.json()]).toEqual([503, { error: "unavailable" }]);
  });
});

const DocumentSchema = z.object({
  openapi: z.string(),
  info: z.object({ version: z.string() }),
  paths: z.object({
    "/api/v1/dossiers": z.object({ post: z.object({ responses: z.record(z.string(), z.any()) }) }),
  }),
  components: z.object({ schemas: z.record(z.string(), z.any()) }),
});

describe("GET /api/v1/openapi.json", () => {
  it("describes the answers that are given", async () => {
    const document = DocumentSchema.parse(
      (await http.inject({ url: "/api/v1/openapi.json" })).json(),
    );
    expect(document.info.version).toBe("1.2.3");
    const said = (name: string) =>
      z.fromJSONSchema(document.components.schemas[name] as Parameters<typeof z.fromJSONSchema>[0]);
    const good = await send({ data: [DOSSIER, {}] });
    expect(said("Answer").parse(good.json())).toEqual(good.json());
    const bad = await send({ data: [] });
    const strange = await send({ data: [] }, "");
    for (const answer of [bad, strange])
      expect(said("Error").parse(answer.json())).toEqual(answer.json());
    const { responses } = document.paths["/api/v1/dossiers"].post;
    for (const { statusCode } of [good, bad, strange])
      expect(Object.keys(responses)).toContain(String(statusCode));
    expect(() => said("Answer").parse({ run: -1, results: [] })).toThrow(/run/);
  });

  it("describes a dossier that is taken as it is described", async () => {
    const described = PushedDossierSchema.parse(DOSSIER);
    expect((await push([described])).results[0]?.outcome).toBe("added");
  });
});
