import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "@luot/kit";
import Fastify from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { startTestHub } from "../testing/startTestHub.ts";
import { updateRoutes } from "./updateRoutes.ts";

let folder: string;
let hub: Hub;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "luot-updates-"));
  mkdirSync(join(folder, "data", "updates", "kiosk", "folder"), { recursive: true });
  writeFileSync(join(folder, "data", "updates", "kiosk", "deb-x64.json"), "{}");
  writeFileSync(join(folder, "data", "updates", "kiosk", "luot_1~2.deb"), "package");
  writeFileSync(join(folder, "secret.txt"), "secret");
  hub = await startTestHub({ data: join(folder, "data") });
});

afterEach(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a path as it stands: `fetch` would put dots and slashes right first. */
function ask(path: string, method: string): Promise<{ readonly status: number; text: string }> {
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port: hub.port, path, method }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => done({ status: response.statusCode ?? 0, text }));
    });
    sent.once("error", fail);
    sent.end();
  });
}

describe("updates", () => {
  it("are served from the data folder as they are, also those put there later", async () => {
    expect(await ask("/updates/kiosk/deb-x64.json", "GET")).toEqual({ status: 200, text: "{}" });
    const reply = await fetch(`http://127.0.0.1:${hub.port}/updates/kiosk/luot_1~2.deb`);
    expect(reply.headers.get("content-length")).toBe("7");
    expect(reply.headers.get("content-type")).toBe("application/octet-stream");
    expect(await reply.text()).toBe("package");
    writeFileSync(join(folder, "data", "updates", "kiosk", "later.deb"), "later");
    expect((await ask("/updates/kiosk/later.deb", "GET")).text).toBe("later");
  });

  it.each([
    "/updates/kiosk/",
    "/updates/kiosk/folder",
    "/updates/kiosk/..%2f..%2fhub.db",
    "/updates/kiosk/../../hub.db",
    "/updates/../hub.db",
    "/updates/..%2f/hub.db",
    "/updates/kiosk/%2e%2e",
    "/updates/kiosk/..%5c..%5chub.db",
    "/updates/kiosk/deb-x64.json%00.deb",
    "/updates/kiosk/.hidden",
    "/updates/hub/hub.db",
    "/updates/kiosk/missing.deb",
  ])("has nothing at %s", async (path) => {
    expect((await ask(path, "GET")).status).toBe(404);
  });

  it("follows no link, wherever it leads", async () => {
    symlinkSync(join(folder, "secret.txt"), join(folder, "data", "updates", "kiosk", "link.deb"));
    expect((await ask("/updates/kiosk/link.deb", "GET")).status).toBe(404);
  });

  it.each(["PUT", "POST", "DELETE", "PATCH"])("can't be changed by %s", async (method) => {
    expect((await ask("/updates/kiosk/deb-x64.json", method)).status).toBe(404);
  });

  it("go to four at once, so that the queue comes first", async () => {
    const large = Buffer.alloc(50_000_000);
    writeFileSync(join(folder, "data", "updates", "kiosk", "large.deb"), large);
    const url = `http://127.0.0.1:${hub.port}/updates/kiosk/large.deb`;
    // Read by nobody, so they stay under way.
    const four = await Promise.all(Array.from({ length: 4 }, () => fetch(url)));
    expect(four.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await fetch(url)).status).toBe(503);
    expect((await ask("/updates/kiosk/deb-x64.json", "GET")).status).toBe(200);
    for (const reply of four) await reply.body?.cancel();
    await expect.poll(async () => (await fetch(url)).status).toBe(200);
  });

  it("are taken from whoever does not read them in time, for others wait", async () => {
    const data = join(folder, "data");
    writeFileSync(join(data, "updates", "kiosk", "large.deb"), Buffer.alloc(50_000_000));
    const warned: string[] = [];
    const log = { ...silentLogger, warn: (message: string) => void warned.push(message) };
    const http = Fastify({ forceCloseConnections: true });
    updateRoutes(http, { data, log, withinMs: 300 });
    const url = `${await http.listen({ host: "127.0.0.1", port: 0 })}/updates/kiosk/large.deb`;
    try {
      const four = await Promise.all(Array.from({ length: 4 }, () => fetch(url)));
      expect(four.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      await expect.poll(async () => (await fetch(url)).status, { timeout: 10_000 }).toBe(200);
      expect(warned).toContain("an update was not read in time");
      const [first] = four;
      await expect(first?.arrayBuffer()).rejects.toThrow("terminated");
    } finally {
      await http.close();
    }
  });
});
