import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LogFields, Logger } from "@luot/kit";
import { exchangeJsonOf, generateDossiers, type HoSo } from "@luot/simulators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import {
  aKiosk,
  anOpenCounter,
  pairForTest,
  sharedSettings,
  startTestHub,
} from "../testing/startTestHub.ts";
import { dataOf, TestClient } from "../testing/TestClient.ts";

// Every holder's name has a mark; wherever the mark or one of their numbers turns up, it leaked.

const MARK = "DẤUVẾT7391";
const NOW = Date.now();
const IMPORT = "/api/launcher/dossiers/import?name=ho-so.json";
const SOON = { timeout: 8_000 };

let folder: string;
let hub: Hub;
let dossiers: readonly HoSo[];
/** One whose result waits to be fetched. */
let ready: HoSo;
const logged: string[] = [];
const clients: TestClient[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "luot-privacy-"));
  dossiers = [...generateDossiers(5, 300, { now: NOW, historyDays: 40, mark: MARK })];
  const found = dossiers.find(
    ({ TrangThaiHoSo, LoaiDoiTuong }) => TrangThaiHoSo === "9" && LoaiDoiTuong === "1",
  );
  if (found === undefined) throw new Error("no dossier is ready");
  ready = found;
  hub = await startTestHub({ data: folder, firstSettings: sharedSettings(1), log: noting });
});

afterAll(async () => {
  for (const client of clients) client.close();
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps every word and field of the log, its causes too. */
function note(message: string, fields?: LogFields): void {
  const cause = fields?.["cause"];
  logged.push(
    message,
    JSON.stringify(fields ?? {}),
    cause instanceof Error ? `${cause.stack}` : "",
  );
}

const noting: Logger = { debug: note, info: note, warn: note, error: note };

function post(path: string, body: string, type: string): Promise<Response> {
  return fetch(`${hub.url}${path}`, {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
}

/** What must not be found, in the forms it may be written in. */
function secretsOf(all: readonly HoSo[]): readonly string[] {
  const numbers = all.flatMap(({ SoDienThoai, MaDoiTuong }) => [SoDienThoai, MaDoiTuong]);
  const marks = [MARK, MARK.normalize("NFD"), MARK.toLowerCase(), "DAUVET7391", "dauvet7391"];
  return [...marks, ...numbers.filter((number) => number.length >= 9)];
}

/** The first secrets found in some bytes, with where they were. */
function leaksIn(where: string, bytes: Buffer): readonly string[] {
  return secretsOf(dossiers)
    .filter((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, "utf16le")))
    .slice(0, 3)
    .map((secret) => `${where}: ${secret}`);
}

function filesIn(path: string): readonly string[] {
  return readdirSync(path).flatMap((name) => {
    const full = join(path, name);
    return statSync(full).isDirectory() ? filesIn(full) : [full];
  });
}

async function answers(client: TestClient, type: string, payload: object): Promise<unknown> {
  return dataOf(await client.send(type, payload));
}

/** A citizen's whole way, with everybody listening; returns all that was said to anybody. */
async function aVisit(): Promise<{ readonly told: unknown[]; readonly toOfficer: unknown }> {
  const display = new TestClient(hub.url, { token: pairForTest(hub, "display").token });
  const kiosk = await aKiosk(hub);
  const counter = await anOpenCounter(hub, "q01");
  clients.push(display, kiosk, counter);
  const told: unknown[] = [await display.hello("display")];
  const seen = (await answers(kiosk, "dossier:look-up", {
    text: ready.MaHoSo,
    by: "scan",
  })) as { readonly ref: string; readonly next: { readonly serviceId: string } };
  const { ref, next } = seen;
  const factor = ready.SoDienThoai.slice(-4);
  told.push(seen, await answers(kiosk, "dossier:prove", { ref, factor }));
  told.push(await kiosk.send("dossier:prove", { ref, factor: "0000" }));
  told.push(await kiosk.send("dossier:look-up", { text: "H56.29-250401-0000", by: "typing" }));
  const wish = { serviceId: next.serviceId, class: "normal", reason: null, language: "vi" };
  const issued = (await answers(kiosk, "ticket:issue", {
    ...wish,
    print: false,
    dossierRef: ref,
  })) as { readonly ticketId: string };
  told.push(issued, await answers(counter, "ticket:call-next", { counterId: "q01" }));
  told.push(await answers(counter, "dossier:of-ticket", { ticketId: issued.ticketId }));
  // Without the right, an officer sees the mask alone.
  told.push(await counter.send("dossier:open-holder", { ref }));
  const [officer] = hub.store.identities.officers().filter(({ id }) => id === "officer-q01");
  if (officer === undefined) throw new Error("no officer");
  hub.store.identities.putOfficer({ ...officer, rights: ["open_holder"] });
  const toOfficer = await answers(counter, "dossier:open-holder", { ref });
  const end = { counterId: "q01", outcome: "returned_result", dossierRefs: [ref] };
  told.push(await answers(counter, "ticket:finish", end));
  await expect.poll(() => display.frames.at(-1)?.to, SOON).toBe(hub.engine.state.seq);
  told.push(display.frames, kiosk.frames, counter.frames);
  return { told, toOfficer };
}

describe("[I11] a holder's data", () => {
  it("is in nothing that anybody is told but the officer who may, nor in any log or file", async () => {
    const file = exchangeJsonOf(dossiers);
    const report = await post(IMPORT, file, "application/octet-stream");
    expect(report.status).toBe(200);
    const broken = await post(IMPORT, file.slice(0, -400), "application/octet-stream");
    const bad = file.replaceAll(/"MaHoSo":"[^"]+"/g, '"MaHoSo":"HỎNG"');
    const refused = await post(IMPORT, bad, "application/octet-stream");
    const trial = await post(
      "/api/launcher/dossiers/mapping/test",
      JSON.stringify({
        mapping: "dong-bo-ho-so-mc",
        sample: Buffer.from(exchangeJsonOf(dossiers.slice(0, 30))).toString("base64"),
      }),
      "application/json",
    );
    const { told, toOfficer } = await aVisit();
    expect(JSON.stringify(toOfficer)).toContain(MARK);
    for (const path of [
      "/api/launcher",
      "/api/launcher/dossiers",
      "/api/launcher/dossiers/runs/1",
      "/api/launcher/dossiers/runs/2",
      "/api/board?period=year",
      "/metrics",
      "/health",
      "/api/settings/current",
    ])
      told.push(await (await fetch(`${hub.url}${path}`)).text());
    for (const response of [report, broken, refused, trial]) told.push(await response.text());
    const text = JSON.stringify(told);
    expect(text).toContain(ready.MaHoSo);
    expect(leaksIn("told", Buffer.from(text))).toEqual([]);
    expect(leaksIn("log", Buffer.from(logged.join("\n")))).toEqual([]);
    const journal = JSON.stringify(hub.store.journal.eventsAfter(0, 1_000));
    expect(journal).not.toContain(ready.MaHoSo);
    const files = filesIn(folder);
    expect(files.some((name) => name.endsWith("register.db-wal"))).toBe(true);
    for (const name of files) expect(leaksIn(name, readFileSync(name))).toEqual([]);
    for (const name of files.filter((each) => /hub\.db/u.test(each)))
      expect(readFileSync(name).includes(ready.MaHoSo)).toBe(false);
  });
});
