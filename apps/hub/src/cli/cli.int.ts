import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "@luot/store";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../testing/engineOn.ts";
import { freePort, HubProcess, prepareData } from "../testing/HubProcess.ts";
import { type CliRun, runCli } from "../testing/runCli.ts";
import { demoSettings } from "../testing/startTestHub.ts";
import { codeOf, dataOf, newTestId, TestClient } from "../testing/TestClient.ts";
import { isSecret } from "../identity/passwords.ts";
import { versionOfHub } from "./versionOfHub.ts";

const DEMO = join(import.meta.dirname, "../../demo/centre.json");
const TICKET = {
  serviceId: demoSettings().services[0]?.id,
  class: "normal",
  reason: null,
  language: "vi",
  print: false,
};

/** A hub that runs in its own process on a prepared folder, until the test ends. */
async function aRunningHub(): Promise<{ hub: HubProcess; data: string; kiosk: string }> {
  const data = temporaryFolder();
  const { kiosks } = await prepareData(data, demoSettings(), { kiosks: 1, displays: 0 });
  const hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
  onTestFinished(() => hub.kill());
  await hub.start();
  return { hub, data, kiosk: kiosks[0] ?? "" };
}

/** A data folder as a stopped hub left it, with settings. */
function aFolder(): string {
  const data = temporaryFolder();
  const store = openStore(data);
  store.settings.add(demoSettings(), Date.now());
  store.close();
  return data;
}

describe("the command line", () => {
  it("explains itself and says its version", async () => {
    const [help, version] = await Promise.all([runCli("--help"), runCli("--version")]);
    expect([help.code, help.err]).toEqual([0, ""]);
    for (const word of ["start", "settings import", "pair CODE", "officer add", "journal verify"])
      expect(help.out).toContain(word);
    expect([version.code, version.out]).toEqual([0, `${versionOfHub()}\n`]);
  });

  it.each([
    [["start", "--nonsense"]],
    [[]],
    [["start", "--port", "70000"]],
    [["start", "--printer", "usb"]],
    [["start", "--printer", "serial:COM3?baud=9600"]],
    [["start", "--roll", "-1"]],
    [["start", "--ticket", "/nowhere/ticket.json"]],
    [["pair", "123456", "--role", "boss"]],
    [["officer", "add", "Bình Minh", "--name", "x"]],
    [["officer", "add", "binh", "--name", "x", "--rights", "fly"]],
  ])("says what is wrong with %j and ends with 2", async (args) => {
    const { code, out, err } = await runCli(...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).not.toMatch(/at .*\.ts:\d+/);
  });
});

function start(data: string): Promise<CliRun> {
  return runCli("start", "--data", data, "--port", "0");
}

describe("luot start", () => {
  it("says who is in its way: a port that is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once("listening", done));
    const { port } = server.address() as AddressInfo;
    const data = aFolder();
    const { code, err } = await runCli("start", "--data", data, "--port", String(port));
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is in use`);
    expect(err).toContain("--port");
  });

  it("says what is wrong with a folder: a file, a damaged database, no settings", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "file");
    const corrupt = join(folder, "corrupt");
    writeFileSync(file, "");
    mkdirSync(corrupt);
    writeFileSync(join(corrupt, "hub.db"), "this is no database".repeat(500));
    const [onFile, below, onCorrupt, onEmpty] = await Promise.all([
      start(file),
      start(join(file, "below")),
      start(corrupt),
      start(join(folder, "empty")),
    ]);
    for (const { code, err } of [onFile, below, onCorrupt, onEmpty]) {
      expect(code).toBe(1);
      expect(err).not.toMatch(/at .*\.ts:\d+/);
    }
    expect(onFile.err).toContain("can't be written");
    expect(below.err).toContain("can't be written");
    expect(onCorrupt.err).toContain("damaged");
    expect(onEmpty.err).toContain("luot settings import");
  });

  it("leaves a folder alone that another hub works in", async () => {
    const { data, hub } = await aRunningHub();
    const { code, err } = await runCli("start", "--data", data, "--port", "0");
    expect(code).toBe(1);
    expect(err).toContain("Another hub already works in this data folder");
    expect((await fetch(`${hub.url}/health`)).status).toBe(200);
  });

  it("stops on SIGTERM with 0, and has lost nothing it accepted", async () => {
    const { data, hub, kiosk } = await aRunningHub();
    const client = new TestClient(hub.url, { token: kiosk });
    await client.hello("kiosk");
    const accepted: string[] = [];
    const cut = client.disconnected();
    const issue = async (): Promise<void> => {
      while (client.socket.connected) {
        const ack = await client.send("ticket:issue", TICKET).catch(() => null);
        if (ack?.ok === true) accepted.push(String(dataOf(ack)["label"]));
      }
    };
    void Promise.all(Array.from({ length: 8 }, issue));
    await expect.poll(() => accepted.length, { timeout: 10_000 }).toBeGreaterThan(50);
    expect(await hub.stop()).toBe(0);
    await cut;
    const store = openStore(data);
    const kept = store.journal
      .eventsAfter(0, 100_000)
      .flatMap((event) => (event.type === "ticket-issued" ? [event.label] : []));
    expect(store.journal.audit().isWhole).toBe(true);
    expect(store.journal.latestSnapshot()?.seq).toBe(store.journal.lastSeq);
    store.close();
    expect(accepted.filter((label) => !kept.includes(label))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  });
});

describe("luot settings", () => {
  it("checks a file and names every fault by line and path", async () => {
    const folder = temporaryFolder();
    const lines = readFileSync(DEMO, "utf8").split("\n");
    const at = lines.findIndex((line) => line.includes('"timeZone"'));
    lines[at] = '    "timeZone": "Mars/Olympus",';
    const faulty = join(folder, "faulty.json");
    writeFileSync(faulty, lines.join("\n"));
    const broken = join(folder, "broken.json");
    writeFileSync(broken, '{\n  "version": 1,\n  oops\n}\n');
    const [good, bad, none, missing] = await Promise.all([
      runCli("settings", "check", DEMO),
      runCli("settings", "check", faulty),
      runCli("settings", "check", broken),
      runCli("settings", "check", join(folder, "missing.json")),
    ]);
    expect([good.code, good.err]).toEqual([0, ""]);
    expect(bad.code).toBe(1);
    expect(bad.err).toContain(`${faulty}:${at + 1}:`);
    expect(bad.err).toContain("calendar.timeZone: ");
    expect(none.code).toBe(1);
    expect(none.err).toMatch(/broken\.json:3:\d+: not JSON/);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain("can't be read");
  });

  it("go in and come out unchanged, beside a stopped hub", async () => {
    const data = temporaryFolder();
    const out = join(data, "out.json");
    expect((await runCli("settings", "import", DEMO, "--data", data)).out).toContain("version 1");
    expect((await runCli("settings", "export", out, "--data", data)).code).toBe(0);
    const written: unknown = JSON.parse(readFileSync(out, "utf8"));
    expect(written).toEqual({ ...demoSettings(), version: 1 });
    const { out: text } = await runCli("settings", "export", "--data", data);
    expect(JSON.parse(text)).toEqual(written);
  });

  it("go into a running hub and come out of it", async () => {
    const { data, hub } = await aRunningHub();
    const file = join(data, "new.json");
    const wish = { ...demoSettings(), ticketFooter: { vi: "Chào", en: "Bye" } };
    writeFileSync(file, JSON.stringify(wish));
    const imported = await runCli("settings", "import", file, "--data", data);
    expect([imported.code, imported.err]).toEqual([0, ""]);
    expect(await (await fetch(`${hub.url}/api/settings/2`)).json()).toMatchObject({
      ticketFooter: wish.ticketFooter,
    });
    const { out } = await runCli("settings", "export", "--data", data);
    expect(JSON.parse(out)).toEqual({ ...wish, version: 2 });
    const other = join(data, "other.json");
    writeFileSync(other, JSON.stringify({ ...wish, centre: { ...wish.centre, id: "other" } }));
    const refused = await runCli("settings", "import", other, "--data", data);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('serves the centre "demo"');
  });

  it("never go to another folder's hub, after a hub was killed", async () => {
    const { hub } = await aRunningHub();
    const data = aFolder();
    const dead = (await idOfTheDead()) ?? 0;
    writeFileSync(join(data, "hub.json"), JSON.stringify({ port: hub.port, pid: dead }));
    const { out } = await runCli("settings", "import", DEMO, "--data", data);
    expect(out).toContain("version 2");
    expect((await fetch(`${hub.url}/api/settings/2`)).status).toBe(404);
  });

  it("are not looked for in a folder that is none", async () => {
    const nowhere = join(temporaryFolder(), "nowhere");
    for (const args of [
      ["settings", "export"],
      ["journal", "verify"],
    ]) {
      const { code, err } = await runCli(...args, "--data", nowhere);
      expect(code).toBe(1);
      expect(err).toContain("no data of a hub");
    }
  });
});

/** The id of a process that has ended. */
async function idOfTheDead(): Promise<number | undefined> {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((done) => child.once("exit", done));
  return child.pid;
}

describe("luot pair", () => {
  it("confirms the code that a device shows at a running hub", async () => {
    const { data, hub } = await aRunningHub();
    const device = new TestClient(hub.url, {});
    onTestFinished(() => device.close());
    await device.connected();
    const paired = new Promise<{ token: string }>((done) => device.socket.once("paired", done));
    const { code } = dataOf(await device.ask("pair", { role: "counter", counterId: "q02" }));
    const role = ["--role", "counter", "--counter", "q02"];
    const run = await runCli("pair", String(code), ...role, "--data", data);
    expect([run.code, run.err]).toEqual([0, ""]);
    const { token } = await paired;
    const counter = new TestClient(hub.url, { token });
    onTestFinished(() => counter.close());
    expect((await counter.hello("counter")).identity).toMatchObject({ counterId: "q02" });
    const again = await runCli("pair", String(code), ...role, "--data", data);
    expect(again.code).toBe(1);
    expect(again.err).toContain("No device shows this code");
  });

  it("says that no hub runs when none does", async () => {
    const { code, err } = await runCli("pair", "123456", "--role", "kiosk", "--data", aFolder());
    expect(code).toBe(1);
    expect(err).toContain("No hub runs");
  });
});

describe("luot officer and luot journal", () => {
  it("make an account whose secrets are shown once, and kept only as hashes", async () => {
    const data = aFolder();
    const add = ["officer", "add", "binh", "--role", "supervisor", "--name", "Bình"];
    add.push("--rights", "open_holder");
    const { code, out } = await runCli(...add, "--data", data);
    expect(code).toBe(0);
    const password = /password: (\S+)/.exec(out)?.[1] ?? "";
    const pin = /PIN: +(\d{6})/.exec(out)?.[1] ?? "";
    const store = openStore(data);
    const officer = store.identities.officer("binh");
    store.close();
    expect(officer).toMatchObject({ name: "Bình", role: "supervisor", isActive: true });
    expect(officer?.rights).toEqual(["open_holder"]);
    expect(await isSecret(officer?.passwordHash ?? "", password)).toBe(true);
    expect(await isSecret(officer?.pinHash ?? "", pin)).toBe(true);
    expect(JSON.stringify(officer)).not.toContain(password);
  });

  it("want the hub stopped", async () => {
    const { data } = await aRunningHub();
    for (const args of [
      ["officer", "add", "binh", "--name", "B"],
      ["journal", "verify"],
    ]) {
      const { code, err } = await runCli(...args, "--data", data);
      expect(code).toBe(1);
      expect(err).toContain("Another hub already works");
    }
  });

  it("find a journal whole, and find a changed event", async () => {
    const { data, hub, kiosk } = await aRunningHub();
    const client = new TestClient(hub.url, { token: kiosk });
    await client.hello("kiosk");
    expect(codeOf(await client.send("ticket:issue", TICKET, newTestId()))).toBeNull();
    client.close();
    expect(await hub.stop()).toBe(0);
    const whole = await runCli("journal", "verify", "--data", data);
    expect([whole.code, whole.err]).toEqual([0, ""]);
    expect(whole.out).toContain("whole: 2 events");
    const db = new DatabaseSync(join(data, "hub.db"));
    for (const { name } of db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .all() as { name: string }[])
      db.exec(`DROP TRIGGER "${name}"`);
    db.exec("UPDATE events SET body = replace(body, '\"normal\"', '\"priority\"') WHERE seq = 2");
    db.close();
    const { code, err } = await runCli("journal", "verify", "--data", data);
    expect(code).toBe(1);
    expect(err).toContain("at event 2");
  });
});
