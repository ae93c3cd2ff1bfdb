import {
  DossierAdminSchema,
  DossierRunDetailsSchema,
  type DossierSource,
  ImportReportSchema,
  MappingTrialResultSchema,
} from "@luot/contract";
import { REGISTER_BOOK } from "@luot/dossier";
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Alarms } from "../Alarms.ts";
import { type Dossiers, startDossiers } from "../dossiers/startDossiers.ts";
import { hashOfPushKey } from "../dossiers/sources/pushKey.ts";
import { bookCsv, bookRows, MARK } from "../dossiers/testing/dossierFiles.ts";
import { demoSettings, loudErrors } from "../testing/startTestHub.ts";
import { systemClock } from "../systemClock.ts";
import { dossierRoutes } from "./dossierRoutes.ts";

const ROOT = "/api/launcher/dossiers";
const PULL: DossierSource = {
  id: "one-stop",
  name: "Một cửa",
  kind: "pull",
  isOn: true,
  mapping: "dong-bo-ho-so-mc",
  pull: {
    url: "http://127.0.0.1:9/list",
    login: { url: "http://127.0.0.1:9/login", username: "u", password: "a secret of theirs" },
    everyMinutes: 10,
    pageSize: 100,
    timeoutMs: 5_000,
  },
};

let http: FastifyInstance;
let dossiers: Dossiers;
let told: (readonly DossierSource[])[];

beforeEach(async () => {
  told = [];
  dossiers = await startDossiers({
    data: ":memory:",
    settings: demoSettings,
    alarms: new Alarms(() => Date.now()),
    clock: systemClock,
    isClockSure: () => true,
    log: loudErrors,
    connectors: [
      () => ({
        useSources: (sources) => told.push(sources),
        runNow: (id) => id === PULL.id,
        close: async () => undefined,
      }),
    ],
  });
  http = Fastify({ bodyLimit: 16_384 });
  dossierRoutes(http, { dossiers, now: () => systemClock.now() });
});

afterEach(async () => {
  await http.close();
  await dossiers.close();
});

interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly json?: object;
  readonly file?: string;
  readonly from?: string;
}

function ask({ method, path, json, file, from }: Call): Promise<LightMyRequestResponse> {
  const type = file === undefined ? "application/json" : "application/octet-stream";
  const body = file ?? (json === undefined ? undefined : JSON.stringify(json));
  return http.inject({
    method,
    url: `${ROOT}${path}`,
    remoteAddress: from ?? "127.0.0.1",
    headers: { host: "localhost:7410", ...(body === undefined ? {} : { "content-type": type }) },
    ...(body === undefined ? {} : { payload: Buffer.from(body) }),
  });
}

const upload = (file: string, query = "?name=so.csv"): Promise<LightMyRequestResponse> =>
  ask({ method: "POST", path: `/import${query}`, file });

describe("the routes of dossiers", () => {
  it("take a file that is larger than other messages may be, and tell what became of it", async () => {
    const text = bookCsv(bookRows(400));
    expect(text.length).toBeGreaterThan(16_384);
    const report = ImportReportSchema.parse((await upload(text)).json());
    expect(report).toMatchObject({ outcome: "done", source: "files", counts: { added: 400 } });
    const state = await ask({ method: "GET", path: "" });
    const admin = DossierAdminSchema.parse(state.json());
    expect(admin).toMatchObject({ count: 400, isStale: false, progress: null, hasPushKey: false });
    expect(admin.sources).toMatchObject([{ source: { id: "files" }, lastRun: { id: report.run } }]);
    expect(admin.mappings.map(({ name }) => name)).toContain("register-book");
  });

  it("tell row, field and reason of what was refused, and nobody's name", async () => {
    const rows = bookRows(10).map((row, i) => (i === 2 ? { ...row, code: "12345" } : row));
    const { run } = ImportReportSchema.parse((await upload(bookCsv(rows))).json());
    const answer = await ask({ method: "GET", path: `/runs/${run}` });
    const details = DossierRunDetailsSchema.parse(answer.json());
    expect(details.refusals).toEqual([{ row: 4, field: "code", reason: "not_a_code" }]);
    expect(answer.body).not.toContain(MARK);
    expect((await ask({ method: "GET", path: "/runs/999" })).statusCode).toBe(404);
  });

  it("refuse files for a source that is not there, and without a name", async () => {
    expect((await upload("a", "?name=a&source=nobody")).json()).toEqual({
      error: "unknown_source",
    });
    expect((await upload("a", "")).statusCode).toBe(400);
  });

  it("are for the hub's own machine alone, and read no body of others", async () => {
    for (const { method, path } of [
      { method: "GET", path: "" },
      { method: "POST", path: "/import?name=a" },
      { method: "PUT", path: "/sources/files" },
      { method: "POST", path: "/mapping/test" },
      { method: "POST", path: "/sources/push/key" },
    ] as const) {
      // JSON that can't be parsed: who reads it answers 400.
      const answer = await http.inject({
        method,
        url: `${ROOT}${path}`,
        remoteAddress: "192.168.1.9",
        headers: { host: "192.168.1.1:7410", "content-type": "application/json" },
        ...(method === "GET" ? {} : { payload: "{" }),
      });
      expect([path, answer.statusCode]).toEqual([path, 403]);
    }
  });

  it("keep a source's password and tell it to nobody", async () => {
    const put = await ask({ method: "PUT", path: "/sources/one-stop", json: PULL });
    expect(put.statusCode).toBe(200);
    const state = await ask({ method: "GET", path: "" });
    expect(state.body).not.toContain("a secret of theirs");
    expect(dossiers.register.secretOf("one-stop")).toBe("a secret of theirs");
    expect(told.at(-1)?.map(({ id }) => id)).toEqual(["files", "one-stop"]);
    const { login, ...pull } = PULL.kind === "pull" ? PULL.pull : { login: null };
    const renamed = {
      ...PULL,
      name: "Mới",
      pull: { ...pull, login: { ...login, password: null } },
    };
    expect(
      (await ask({ method: "PUT", path: "/sources/one-stop", json: renamed })).statusCode,
    ).toBe(200);
    expect(dossiers.register.secretOf("one-stop")).toBe("a secret of theirs");
    expect((await ask({ method: "POST", path: "/sources/one-stop/run" })).statusCode).toBe(202);
    expect((await ask({ method: "DELETE", path: "/sources/one-stop" })).statusCode).toBe(200);
    expect(told.at(-1)?.map(({ id }) => id)).toEqual(["files"]);
  });

  it("refuse a source whose mapping makes no sense, and say where", async () => {
    const mapping = { ...REGISTER_BOOK, timeZone: "Asia/Atlantis" };
    const source = { id: "own", name: "x", kind: "file", isOn: true, mapping };
    const answer = await ask({ method: "PUT", path: "/sources/own", json: source });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ message: string }>().message).toContain("mapping.timeZone");
  });

  it("make a key for who pushes, and keep its hash alone", async () => {
    const source = { id: "gov", name: "x", kind: "push", isOn: true, mapping: "luot-json" };
    await ask({ method: "PUT", path: "/sources/gov", json: source });
    const answer = await ask({ method: "POST", path: "/sources/gov/key" });
    const { key } = answer.json<{ key: string }>();
    expect(key.length).toBeGreaterThan(40);
    expect(dossiers.register.secretOf("gov")).toBe(hashOfPushKey(key));
    expect((await ask({ method: "POST", path: "/sources/files/key" })).statusCode).toBe(404);
  });
});

describe("trying a mapping on a sample", () => {
  const sample = Buffer.from(bookCsv(bookRows(30))).toString("base64");
  const tryIt = async (mapping: unknown, text = sample): Promise<unknown> => {
    const json = { mapping, sample: text };
    return (await ask({ method: "POST", path: "/mapping/test", json })).json();
  };

  it("shows the first rows as they would be taken, holders masked, and keeps nothing", async () => {
    const result = MappingTrialResultSchema.parse(await tryIt("auto"));
    expect(result).toMatchObject({ count: 30, format: "csv", mappingFaults: [], fileFault: null });
    expect(result.rows).toHaveLength(20);
    expect(result.rows[0]).toMatchObject({
      row: 2,
      record: { code: "H56.29-261102-000001", status: "4", holder: "NGUYỄN T** D** V** 7** 0**" },
    });
    expect(dossiers.register.count()).toBe(0);
    expect(dossiers.register.runs(1)).toEqual([]);
  });

  it("points at the field that can't be read, and what it is read from", async () => {
    const fields = { ...REGISTER_BOOK.fields, receivedAt: { from: ["Trạng thái"] } };
    const result = MappingTrialResultSchema.parse(await tryIt({ ...REGISTER_BOOK, fields }));
    expect(result.rows[0]).toMatchObject({
      record: null,
      faults: [{ field: "receivedAt", path: "Trạng thái", reason: "not_a_date" }],
    });
  });

  it("says each fault of a mapping at its place", async () => {
    const { dueTime: _, ...mapping } = { ...REGISTER_BOOK, fields: { code: { from: "Mã" } } };
    expect(await tryIt(mapping)).toMatchObject({
      mappingFaults: [
        { path: "dueTime", reason: "wrong_shape" },
        { path: "fields.code.from", reason: "wrong_shape" },
      ],
    });
    expect(await tryIt("nothing")).toMatchObject({
      mappingFaults: [{ path: "", reason: "unknown_mapping" }],
    });
    expect(await tryIt({ ...REGISTER_BOOK, dueTime: "25:00" })).toMatchObject({
      mappingFaults: [{ path: "dueTime", reason: "bad_time" }],
    });
  });

  it("says that a column is missing, and which", async () => {
    const text = Buffer.from("A,B\n1,2\n").toString("base64");
    expect(await tryIt("register-book", text)).toMatchObject({
      fileFault: { reason: "wrong_columns", field: "Mã hồ sơ" },
      columns: ["A", "B"],
    });
  });
});
