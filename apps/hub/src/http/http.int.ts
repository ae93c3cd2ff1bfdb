import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Hub } from "../Hub.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import { aKiosk, anOpenCounter, demoSettings, startTestHub } from "../testing/startTestHub.ts";
import { silentLogger } from "@luot/kit";

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let hub: Hub;
let clock: ManualClock;

beforeEach(async () => {
  clock = new ManualClock();
  hub = await startTestHub({ clock, log: silentLogger });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await hub.close();
});

/** Asks with headers that `fetch` would not let a page send. */
function ask(
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Reply> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((done, fail) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port: hub.port,
        path,
        method: text === undefined ? "GET" : "POST",
        headers: {
          ...(text === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    sent.once("error", fail);
    sent.end(text);
  });
}

const json = ({ text }: Reply): Record<string, unknown> =>
  JSON.parse(text) as Record<string, unknown>;

/** Imports settings that are refused, and says how. */
async function refused(body: unknown): Promise<readonly [number, unknown]> {
  const reply = await ask("/api/launcher/import-settings", { body });
  return [reply.status, json(reply)["error"]];
}

describe("health and metrics", () => {
  it("say ok with where the journal stands", async () => {
    const health = await ask("/health");
    expect(health.status).toBe(200);
    expect(json(health)).toMatchObject({
      status: "ok",
      seq: 1,
      day: hub.engine.state.day,
      epoch: hub.store.meta.read("epoch"),
    });
  });

  it("say 503 when the store can't be written, and ok again after that", async () => {
    // A disk that is full can't be made here; what SQLite would throw can.
    const write = vi.spyOn(hub.store.meta, "write").mockImplementation(() => {
      throw new Error("SQLITE_FULL");
    });
    const health = await ask("/health");
    expect([health.status, json(health)["status"]]).toEqual([503, "cannot_store"]);
    write.mockRestore();
    clock.pass(1_000);
    expect((await ask("/health")).status).toBe(200);
  });

  it("write once a second at most, however often they are asked", async () => {
    const write = vi.spyOn(hub.store.meta, "write");
    for (let i = 0; i < 5; i++) await ask("/health");
    expect(write).toHaveBeenCalledTimes(1);
  });

  it("count what happened, for Prometheus, and name nobody", async () => {
    const counter = await anOpenCounter(hub, "q01");
    const metrics = await ask("/metrics");
    counter.close();
    expect(metrics.headers["content-type"]).toContain("text/plain");
    expect(metrics.text).toMatch(/^luot_connections\{view="counter"\} 1$/m);
    expect(metrics.text).toMatch(/^luot_events_total 2$/m);
    expect(metrics.text).toMatch(/^luot_commit_seconds_count \d+$/m);
    expect(metrics.text).not.toContain("officer-q01");
  });
});

describe("settings over HTTP", () => {
  it("come by version with a tag, and not again for whoever has them", async () => {
    const first = await ask("/api/settings/1");
    expect(json(first)).toEqual({ ...demoSettings(), version: 1 });
    expect(first.headers["cache-control"]).toContain("immutable");
    const etag = String(first.headers["etag"]);
    const again = await ask("/api/settings/1", { headers: { "if-none-match": etag } });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it("may be read by the desktop apps' own pages and by no page of another origin", async () => {
    const readableBy = async (origin: string): Promise<unknown> =>
      (await ask("/api/settings/1", { headers: { origin } })).headers[
        "access-control-allow-origin"
      ];
    expect(await readableBy("app://luot")).toBe("app://luot");
    for (const origin of ["http://evil.example", "null", "app://luot.evil", "app://other"])
      expect(await readableBy(origin)).toBeUndefined();
    const plain = await ask("/api/settings/1");
    expect(plain.headers["vary"]).toBe("origin");
    expect(plain.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("are told as they are in force to whoever has heard of no version, and not kept", async () => {
    const origin = "app://luot";
    const current = await ask("/api/settings/current", { headers: { origin } });
    expect(json(current)).toEqual(json(await ask("/api/settings/1")));
    expect(current.headers["cache-control"]).toBe("no-store");
    expect(current.headers["access-control-allow-origin"]).toBe(origin);
    const evil = await ask("/api/settings/current", { headers: { origin: "http://evil" } });
    expect(evil.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("is alone in that: what is local stays so", async () => {
    for (const path of ["/health", "/metrics", "/api/launcher"]) {
      const { headers } = await ask(path, { headers: { origin: "app://luot" } });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  it.each(["2", "0", "-1", "x", "1e400", "%00"])("are not there as version %s", async (version) => {
    expect((await ask(`/api/settings/${version}`)).status).toBe(404);
  });

  it("come into force when imported, and are what is exported", async () => {
    const wish = { ...demoSettings(), ticketFooter: { vi: "Chào", en: "Bye" } };
    expect((await ask("/api/launcher/import-settings", { body: wish })).status).toBe(200);
    expect(hub.engine.state.settings).toEqual({ ...wish, version: 2 });
    const exported = await ask("/api/launcher/export-settings", { body: null });
    expect(json(exported)).toEqual({ ...wish, version: 2 });
  });

  it("are not stored when they are another centre's, wrong, or would strand somebody", async () => {
    const settings = demoSettings();
    const counter = await anOpenCounter(hub, "q01");
    const other = { ...settings, centre: { ...settings.centre, id: "other" } };
    expect(await refused(other)).toEqual([409, "other_centre"]);
    expect(await refused({ ...settings, counters: [] })).toEqual([400, "bad_request"]);
    const without = settings.counters.filter(({ id }) => id !== "q01");
    const services = settings.counters.find(({ id }) => id === "q01")?.tiers.flat() ?? [];
    const [q02, ...rest] = without;
    const tiers = [[...new Set([...(q02?.tiers.flat() ?? []), ...services])]];
    const counters = q02 === undefined ? [] : [{ ...q02, tiers }, ...rest];
    expect(await refused({ ...settings, counters })).toEqual([409, "settings_in_use"]);
    counter.close();
    expect(hub.store.settings.latest()?.settings.version).toBe(1);
    expect(hub.engine.state.library.size).toBe(1);
  });
});

describe("what is local alone", () => {
  it("shows passwords and devices to the hub's own machine, and to no other name", async () => {
    await hub.close();
    hub = await startTestHub({ isDemo: true });
    const kiosk = await aKiosk(hub);
    const launcher = json(await ask("/api/launcher"));
    expect(launcher["isLocal"]).toBe(true);
    expect(launcher["accounts"]).toHaveLength(6);
    expect(launcher["devices"]).toMatchObject([{ role: "kiosk", isConnected: true }]);
    for (const host of ["evil.example", "evil.example:7410", "localhost.evil.example", "1.2.3.4"]) {
      const headers = { host };
      const seen = json(await ask("/api/launcher", { headers }));
      expect(seen).toMatchObject({ isLocal: false, accounts: [], devices: [], pairings: [] });
      const reply = await ask("/api/launcher/clear-alarm", { headers, body: { id: "x" } });
      expect(reply.status).toBe(403);
    }
    kiosk.close();
  });

  it.each(["pair", "revoke", "clear-alarm", "confirm-clock", "import-settings", "export-settings"])(
    "lets no page of elsewhere post to %s",
    async (path) => {
      for (const origin of ["http://evil.example", "null", `http://localhost:${hub.port + 1}`]) {
        const reply = await ask(`/api/launcher/${path}`, { headers: { origin }, body: {} });
        expect([reply.status, json(reply)["error"]]).toEqual([403, "local_only"]);
      }
    },
  );

  it("lets the hub's own page clear an alarm, once", async () => {
    const kiosk = await aKiosk(hub);
    await kiosk.send("kiosk:call-help", {});
    kiosk.close();
    const [alarm] = json(await ask("/api/launcher"))["alarms"] as { id: string; kind: string }[];
    expect(alarm?.kind).toBe("help_wanted");
    const headers = { host: `localhost:${hub.port}`, origin: `http://localhost:${hub.port}` };
    const clear = (): Promise<Reply> =>
      ask("/api/launcher/clear-alarm", { headers, body: { id: alarm?.id } });
    expect((await clear()).status).toBe(200);
    expect((await clear()).status).toBe(404);
  });

  it("raises an alarm for a clock that jumped, until an administrator confirms it", async () => {
    const now = vi.spyOn(clock, "now").mockImplementation(() => Date.now() + 3_600_000);
    const kinds = async (): Promise<string[]> =>
      (json(await ask("/api/launcher"))["alarms"] as { kind: string }[]).map(({ kind }) => kind);
    await expect.poll(kinds, { timeout: 5_000 }).toContain("clock_jumped");
    expect((await ask("/api/launcher/confirm-clock", { body: {} })).status).toBe(200);
    expect(await kinds()).toEqual([]);
    now.mockRestore();
  });
});

describe("every answer", () => {
  it.each(["/", "/health", "/api/launcher", "/nowhere", "/kiosk/"])(
    "forbids foreign content and frames on %s",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers["content-security-policy"]).toMatch(
        /default-src 'self'.*frame-ancestors 'none'/,
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
    },
  );

  it.each(["/nowhere", "/api/nothing", "/p/lower-case", "/api/printer/roll"])(
    "is 404 for %s",
    async (path) => {
      const reply = await ask(path);
      expect(reply.status).toBe(404);
    },
  );

  it.each(["/kiosk/../../package.json", "/kiosk/..%2f..%2fpackage.json", "//etc/passwd"])(
    "gives no file outside the screens for %s",
    async (path) => {
      const reply = await ask(path);
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
      expect(reply.text).not.toContain("dependencies");
    },
  );

  it("is a refusal for a body that is no JSON or too large", async () => {
    expect((await ask("/api/launcher/pair", { body: "x".repeat(20_000) })).status).toBe(413);
    expect((await ask("/api/launcher/pair", { body: 7 })).status).toBe(400);
  });
});
