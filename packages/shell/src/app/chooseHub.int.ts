import { silentLogger } from "@luot/kit";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SettingsFile } from "../settings/SettingsFile.ts";
import { chooseHub } from "./chooseHub.ts";

let folder: string;
let settings: SettingsFile;
let server: Server | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-choose-"));
  settings = new SettingsFile(join(folder, "settings.json"), silentLogger);
});

afterEach(async () => {
  await new Promise((done) => (server === null ? done(null) : server.close(done)));
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((ready) => started.listen(0, "127.0.0.1", ready));
  return `127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const choose = (typed: string) => chooseHub(typed, { settings, fetch });
const hubHealth = JSON.stringify({ status: "ok", version: "1", seq: 3, day: "2026-01-05" });

describe("chooseHub", () => {
  it("keeps the address where a hub answers", async () => {
    const address = await serve((_request, reply) => reply.end(hubHealth));
    expect(await choose(` ${address}/ `)).toEqual({ ok: true, url: `http://${address}` });
    expect(settings.settings.hubUrl).toBe(`http://${address}`);
  });

  it("takes a hub that can't store at the moment, for it will again", async () => {
    const address = await serve((_request, reply) => reply.writeHead(503).end(hubHealth));
    expect(await choose(address)).toMatchObject({ ok: true });
  });

  it.each<[string, RequestListener]>([
    ["another page", (_request, reply) => reply.end("<html></html>")],
    ["another service", (_request, reply) => reply.end(`{"status":"ok"}`)],
    ["a way to somewhere else", (_request, reply) => reply.writeHead(302, { location: "/" }).end()],
  ])("refuses %s", async (_name, answer) => {
    const address = await serve(answer);
    expect(await choose(address)).toEqual({ ok: false, code: "not_a_hub" });
    expect(settings.settings.hubUrl).toBeNull();
  });

  it("says that nobody answers, and that an address is none", async () => {
    const address = await serve(() => {});
    await new Promise((done) => server?.close(done));
    expect(await choose(address)).toEqual({ ok: false, code: "no_answer" });
    expect(await choose("file:///etc")).toEqual({ ok: false, code: "bad_address" });
  });

  it("stays with the hub that was chosen, whatever a page asks", async () => {
    settings.change({ hubUrl: "http://hub:7410" });
    const address = await serve((_request, reply) => reply.end(hubHealth));
    expect(await choose(address)).toEqual({ ok: true, url: "http://hub:7410" });
    expect(settings.settings.hubUrl).toBe("http://hub:7410");
  });
});
