import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "@luot/domain";
import { silentLogger } from "@luot/kit";
import Fastify from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DossierOut } from "./DossierOut.ts";
import { outRoutes } from "./outRoutes.ts";

const T0 = Date.parse("2026-11-24T08:00:00+07:00");
let data: string;
let facts: Event[];
let kept: Map<string, string>;
let out: DossierOut;
let broken = 0;

function take(label: string): void {
  const [seq, dossierRefs] = [facts.length + 1, ["ref-a-aaaaaaaa"]];
  const fact = { seq, centre: "demo", at: T0, type: "ticket-issued", ticketId: label, label };
  facts.push({ ...fact, dossierRefs } as unknown as Event);
  out.poke();
}

function start(): DossierOut {
  return new DossierOut({
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
    codeOf: () => "H56.29-261105-0003",
    counterNumberOf: () => null,
    data,
    timeZone: () => "Asia/Ho_Chi_Minh",
    now: () => T0,
    fetch: () => Promise.reject(new Error("no network here")),
    later: () => () => undefined,
    random: () => 0,
    log: silentLogger,
    onBroken: () => void (broken += 1),
  });
}

const labels = (): readonly string[] =>
  readFileSync(join(data, "dossiers", "out", "2026-11-24.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { label: string }).label);

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "luot-out-"));
  [facts, kept] = [[], new Map()];
  out = start();
});
afterEach(async () => {
  await out.close();
  rmSync(data, { recursive: true, force: true });
});

describe("DossierOut", () => {
  it("tells nobody before somebody chose, then from that moment on, over a restart", async () => {
    take("A001");
    expect(readdirSync(data)).toEqual([]);
    expect(await out.use({ kind: "file", isOn: true })).toBeNull();
    take("A002");
    await expect.poll(labels).toEqual(["A002"]);
    await out.close();
    take("A003");
    out = start();
    await expect.poll(labels).toEqual(["A002", "A003"]);
  });

  it.each(["{", '{"kind":"fax","isOn":true}'])(
    "goes on where %s was kept, and lets somebody choose anew",
    async (document) => {
      await out.close();
      kept.set("dossier_out", document);
      broken = 0;
      out = start();
      expect([out.state().settings, broken]).toEqual([null, 1]);
      expect(await out.use({ kind: "file", isOn: true })).toBeNull();
      take("A001");
      await expect.poll(labels).toEqual(["A001"]);
      expect(broken).toBe(1);
    },
  );

  it("needs a secret for a webhook, keeps it apart, and says why nothing arrives", async () => {
    const hook = {
      kind: "webhook",
      isOn: true,
      url: "http://127.0.0.1:9/x",
      secret: null,
    } as const;
    expect(await out.use(hook)).toBe("no_secret");
    expect(await out.use({ ...hook, secret: "0123456789abcdef" })).toBeNull();
    expect(await out.use(hook)).toBeNull();
    take("A001");
    await expect.poll(() => out.state().reason).toBe("unreachable");
    const http = Fastify({ logger: false });
    outRoutes(http, out);
    const told = await http.inject({
      url: "/api/launcher/dossiers/out",
      headers: { host: "localhost" },
    });
    expect(told.json()).toMatchObject({ settings: hook, hasSecret: true, failures: 1 });
    expect(told.body).not.toContain("0123456789abcdef");
    await http.close();
  });
});
