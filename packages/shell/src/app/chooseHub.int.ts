import { silentLogger } from "@luot/kit";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SettingsFile } from "../settings/SettingsFile.ts";
import { changeHub, chooseHub, noteNamedHub } from "./chooseHub.ts";

const NIGHT = { from: "18:00", to: "06:30" };
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

const change = (typed: string) => changeHub(typed, { settings, fetch });
const healthOf = (epoch: string): string =>
  JSON.stringify({ status: "ok", version: "1", seq: 3, epoch });

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

describe("changeHub", () => {
  it("knows the hub of before again at another address, and forgets nothing", async () => {
    settings.change({ hubUrl: "http://old:7410", hubEpoch: "epoch-a", counterId: "q05" });
    const address = await serve((_request, reply) => reply.end(healthOf("epoch-a")));
    expect(await change(address)).toEqual({ ok: true, url: `http://${address}` });
    expect(settings.settings).toMatchObject({ isOtherHub: false, counterId: "q05" });
  });

  it.each(["epoch-b", null])("notes that a hub is another one when %s was known", async (known) => {
    settings.change({ hubUrl: "http://old:7410", hubEpoch: known, sleep: NIGHT });
    const address = await serve((_request, reply) => reply.end(healthOf("epoch-a")));
    await change(address);
    const { hubUrl, hubEpoch, isOtherHub, sleep } = settings.settings;
    expect([hubUrl, hubEpoch, isOtherHub]).toEqual([`http://${address}`, "epoch-a", true]);
    expect(sleep).toEqual(NIGHT);
  });

  it("stays with the one before when nobody answers, or when it is the same", async () => {
    settings.change({ hubUrl: "http://old:7410", hubEpoch: "epoch-b" });
    const before = settings.settings;
    const address = await serve(() => {});
    await new Promise((done) => server?.close(done));
    expect(await change(address)).toEqual({ ok: false, code: "no_answer" });
    expect(await change("old")).toEqual({ ok: true, url: "http://old:7410" });
    expect(settings.settings).toEqual(before);
  });
});

const OLD = "http://old:7410";
const note = async (before: string | null, known: string | null): Promise<boolean> => {
  settings.change({ hubEpoch: known });
  await noteNamedHub(before, { settings, fetch });
  return settings.settings.isOtherHub;
};

describe("noteNamedHub", () => {
  it("tells a hub that is another from the one before at another address", async () => {
    const address = await serve((_request, reply) => reply.end(healthOf("epoch-b")));
    settings.change({ hubUrl: `http://${address}` });
    expect(await note(OLD, "epoch-b")).toBe(false);
    // Nothing was ever kept for a hub, or it is not known for which.
    expect(await note(null, "epoch-a")).toBe(false);
    expect(await note(OLD, null)).toBe(false);
    expect(await note(OLD, "epoch-a")).toBe(true);
    expect(settings.settings.hubEpoch).toBe("epoch-b");
  });

  it("does not forget that what was kept for a hub before that is still there", async () => {
    const address = await serve((_request, reply) => reply.end(healthOf("epoch-b")));
    settings.change({ hubUrl: `http://${address}`, isOtherHub: true });
    expect(await note(OLD, null)).toBe(true);
  });

  it("keeps all where nobody answers", async () => {
    const address = await serve(() => {});
    await new Promise((done) => server?.close(done));
    settings.change({ hubUrl: `http://${address}` });
    expect(await note(OLD, "epoch-a")).toBe(false);
    expect(settings.settings.hubEpoch).toBe("epoch-a");
  });
});
