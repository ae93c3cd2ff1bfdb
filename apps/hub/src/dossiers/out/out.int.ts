import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "@luot/domain";
import { ok, silentLogger } from "@luot/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOutFile } from "./createOutFile.ts";
import { createWebhook, signatureOf, SIGNATURE_HEADER } from "./createWebhook.ts";
import { EventsOut, type EventsOutDeps } from "./EventsOut.ts";
import type { OutMessage } from "./OutMessage.ts";
import type { OutFault, OutSink } from "./OutSink.ts";

const T0 = Date.parse("2026-11-24T08:00:00+07:00");
const CODES: Readonly<Record<string, string>> = {
  "ref-a-aaaaaaaa": "H56.29-261105-0003",
  "ref-b-bbbbbbbb": "H56.29-261105-0004",
};
const A = "ref-a-aaaaaaaa";
const B = "ref-b-bbbbbbbb";
const REFS = [A];

/** As much of a fact as is looked at. */
type Draft = { readonly type: Event["type"] } & Readonly<Record<string, unknown>>;

let facts: Event[];
let kept: Map<string, string>;
let faults: (OutFault["reason"] | null)[];
let again: (() => void)[];
let outs: EventsOut[];

beforeEach(() => {
  [facts, faults, again, outs] = [[], [], [], []];
  kept = new Map();
  happen({ type: "day-opened", settingsVersion: 1 });
});
afterEach(() => Promise.all(outs.map((out) => out.close())));

function happen(...drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const seq = facts.length + 1;
    const head = { seq, centre: "demo", day: "2026-11-24", at: T0 + seq * 1_000 };
    facts.push({ ...head, actor: "hub", cause: "x", ...draft } as unknown as Event);
  }
}

function placed(status: string, counterId: string | null): object {
  return { status, counterId };
}

const on = (label: string) => ({ ticketId: `t-${label}`, label });
const moved = (from: object, to: object) => ({ issuedAt: T0, from, to });
const WAITING = placed("waiting", null);
const CALLED = placed("called", "q5");
const SERVING = placed("serving", "q5");
const DONE = placed("done", null);
const issued = (label: string, dossierRefs?: readonly string[]): Draft => ({
  type: "ticket-issued",
  ...on(label),
  dossierRefs,
});
const called = (label: string): Draft => ({
  type: "ticket-called",
  ...on(label),
  ...moved(WAITING, CALLED),
});
const finished = (label: string, dossierRefs: readonly string[]): Draft => ({
  type: "ticket-finished",
  ...on(label),
  ...moved(SERVING, DONE),
  outcome: "returned_result",
  dossierRefs,
});
const rated = (label: string): Draft => ({
  type: "ticket-rated",
  ...on(label),
  score: "satisfied",
});
const restored = (label: string, from: object, to: object): Draft => ({
  type: "ticket-restored",
  ...on(label),
  ...moved(from, to),
});

function outTo(sink: OutSink): EventsOut {
  const deps: EventsOutDeps = {
    journal: {
      get lastSeq() {
        return facts.length;
      },
      eventsAfter: (seq, limit) => facts.slice(seq, seq + limit),
    },
    keeper: {
      read: (key) => kept.get(key) ?? null,
      write: (key, value) => void kept.set(key, value),
    },
    codeOf: (ref) => CODES[ref] ?? null,
    counterNumberOf: (id) => (id === "q5" ? 5 : null),
    sink,
    later: (_delayMs, act) => {
      again.push(act);
      return () => undefined;
    },
    random: () => 0,
    onTurn: (fault) => faults.push(fault?.reason ?? null),
    log: silentLogger,
  };
  const out = new EventsOut(deps);
  outs.push(out);
  return out;
}

/** Keeps what it is told. */
function listSink(): OutSink & { readonly told: OutMessage[] } {
  const told: OutMessage[] = [];
  return {
    told,
    send: async (messages) => {
      told.push(...messages);
      return ok(null);
    },
  };
}

const typesOf = (told: readonly OutMessage[]) => told.map(({ type, label }) => `${type} ${label}`);

describe("telling what became of numbers for a dossier", () => {
  it("tells taken, called, served and rated, and of no other number", async () => {
    const sink = listSink();
    const out = outTo(sink);
    happen(issued("A001", REFS), issued("A002"), called("A001"), called("A002"));
    happen(finished("A002", []), finished("A001", REFS), rated("A001"), rated("A002"));
    out.poke();
    await expect.poll(() => sink.told.length).toBe(4);
    expect(typesOf(sink.told)).toEqual([
      "number-taken A001",
      "called A001",
      "served A001",
      "rated A001",
    ]);
    expect(sink.told[2]).toEqual({
      id: "demo-7-ref-a-aa",
      seq: 7,
      type: "served",
      dossierCode: "H56.29-261105-0003",
      at: "2026-11-24T01:00:07.000Z",
      label: "A001",
      counter: 5,
      outcome: "returned_result",
      score: null,
    });
  });

  it("says of a rating its number and day, once, and of no dossier", async () => {
    const sink = listSink();
    const out = outTo(sink);
    happen(issued("A001", [A, B]), finished("A001", [A, B]), rated("A001"));
    out.poke();
    await expect.poll(() => sink.told.length).toBe(5);
    expect(sink.told[4]).toEqual({
      id: "demo-4",
      seq: 4,
      type: "rated",
      dossierCode: null,
      at: "2026-11-24",
      label: "A001",
      counter: null,
      outcome: null,
      score: "satisfied",
    });
  });

  it("goes by the dossiers an officer noted at the end, and leaves out erased ones", async () => {
    const sink = listSink();
    const out = outTo(sink);
    happen(issued("A001", REFS), finished("A001", [A, B, "ref-erased"]));
    happen(issued("A002"), finished("A002", [B]), issued("A003", REFS));
    happen(finished("A003", []), rated("A003"));
    out.poke();
    await expect.poll(() => sink.told.length).toBe(5);
    const of = (label: string) =>
      sink.told.filter((told) => told.label === label).map(({ type }) => type);
    expect([of("A001"), of("A002"), of("A003")]).toEqual([
      ["number-taken", "served", "served"],
      ["served"],
      ["number-taken"],
    ]);
    expect(new Set(sink.told.map(({ id }) => id)).size).toBe(5);
  });

  it("takes back what an officer undid", async () => {
    const sink = listSink();
    const out = outTo(sink);
    happen(issued("A001", REFS), called("A001"), finished("A001", REFS));
    happen(restored("A001", DONE, SERVING), restored("A001", SERVING, CALLED));
    happen(restored("A001", CALLED, WAITING), restored("A001", WAITING, WAITING));
    out.poke();
    await expect.poll(() => sink.told.length).toBe(5);
    expect(typesOf(sink.told).slice(2)).toEqual(["served A001", "undone A001", "undone A001"]);
  });

  it("goes on after a restart with the numbers of the day, and tells nothing twice", async () => {
    const first = listSink();
    const before = outTo(first);
    happen(issued("A001", REFS));
    before.poke();
    await expect.poll(() => first.told.length).toBe(1);
    await before.close();
    happen(called("A001"));
    const second = listSink();
    outTo(second).poke();
    await expect.poll(() => typesOf(second.told)).toEqual(["called A001"]);
  });

  it("begins with what happens from then on", async () => {
    happen(issued("A001", REFS));
    const sink = listSink();
    const out = outTo(sink);
    happen(issued("A002", REFS));
    out.poke();
    await expect.poll(() => typesOf(sink.told)).toEqual(["number-taken A002"]);
  });
});

describe("a webhook", () => {
  let server: Server;
  let answers: number[];
  let bodies: { readonly body: string; readonly signature: string }[];
  const stop = new AbortController();

  beforeEach(async () => {
    [answers, bodies] = [[], []];
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        bodies.push({ body, signature: String(request.headers[SIGNATURE_HEADER]) });
        const status = answers.shift() ?? 200;
        if (status === 0) response.destroy();
        else response.writeHead(status, { location: "/other" }).end("ngoài ra");
      });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const hook = (): OutSink =>
    createWebhook({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
      secret: "bí mật",
      timeoutMs: 2_000,
      fetch: (url, init) => fetch(url, init),
      now: () => T0,
      signal: stop.signal,
    });

  it("is told the same again until it takes it, then the rest, in order", async () => {
    const out = outTo(hook());
    answers.push(500, 0, 302, 200);
    happen(issued("A001", REFS));
    out.poke();
    for (let failures = 1; failures <= 3; failures++) {
      await expect.poll(() => again.length).toBe(failures);
      happen(issued(`B00${failures}`, REFS));
      out.poke();
      again.at(-1)?.();
    }
    await expect.poll(() => bodies.length).toBe(5);
    await expect.poll(() => faults.length).toBe(5);
    expect(faults).toEqual(["http_error", "unreachable", "unreachable", null, null]);
    expect(new Set(bodies.slice(0, 4).map(({ body }) => body)).size).toBe(1);
    const { events } = JSON.parse(bodies[4]?.body ?? "{}") as { events: OutMessage[] };
    expect(events.map(({ label }) => label)).toEqual(["B001", "B002", "B003"]);
  });

  it("can tell by the signature who says it, and when", async () => {
    const out = outTo(hook());
    happen(issued("A001", REFS));
    out.poke();
    await expect.poll(() => bodies.length).toBe(1);
    const { body = "", signature = "" } = bodies[0] ?? {};
    expect(signature).toBe(signatureOf("bí mật", T0 / 1_000, body));
    expect(signature).not.toBe(signatureOf("khác", T0 / 1_000, body));
    expect(signature).not.toBe(signatureOf("bí mật", T0 / 1_000 + 1, body));
  });
});

const message = (seq: number, ref: string, at = T0): OutMessage => ({
  id: `demo-${seq}-${ref}`,
  seq,
  type: "called",
  dossierCode: CODES["ref-a-aaaaaaaa"] ?? "",
  at: new Date(at).toISOString(),
  label: "A001",
  counter: 5,
  outcome: null,
  score: null,
});
describe("a file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "luot-out-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const sink = (): OutSink =>
    createOutFile({
      folder,
      timeZone: () => "Asia/Ho_Chi_Minh",
      now: () => T0,
      log: silentLogger,
    });
  const lines = (day: string) =>
    readFileSync(join(folder, `${day}.jsonl`), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as OutMessage).id);

  it("is one a day of the centre, and is told nothing twice, also after a kill", async () => {
    const all = [message(1, "a"), message(2, "a"), message(2, "b")];
    expect(await sink().send(all.slice(0, 2))).toEqual(ok(null));
    const path = join(folder, "2026-11-24.jsonl");
    writeFileSync(path, `${readFileSync(path, "utf8")}{"id":"demo-2-b","se`);
    const tomorrow = message(3, "a", T0 + 86_400_000);
    expect(await sink().send([...all, tomorrow])).toEqual(ok(null));
    expect(lines("2026-11-24")).toEqual(["demo-1-a", "demo-2-a", "demo-2-b"]);
    expect(lines("2026-11-25")).toEqual(["demo-3-a"]);
  });

  it("is deleted after thirty days; what else lies there is not", async () => {
    for (const name of ["2026-10-24.jsonl", "2026-10-25.jsonl", "2020-01-01.txt"])
      writeFileSync(join(folder, name), "");
    await sink().send([message(1, "a")]);
    const left = ["2020-01-01.txt", "2026-10-25.jsonl", "2026-11-24.jsonl"];
    expect(readdirSync(folder).toSorted()).toEqual(left);
  });

  it("says that it can't be written", async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    const sent = await sink().send([message(1, "a")]);
    expect(sent).toMatchObject({ ok: false, error: { reason: "cannot_write" } });
  });
});
