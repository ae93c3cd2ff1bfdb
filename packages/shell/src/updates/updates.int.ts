import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "@luot/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HandTimers } from "../testing/HandTimers.ts";
import type { InstalledProgram } from "./findUpdate.ts";
import { UpdateServer } from "./testing/UpdateServer.ts";
import { type ReadyUpdate, UpdateKeeper } from "./UpdateKeeper.ts";

const BODY = Buffer.alloc(300_000, "package");
const MANIFEST = "/updates/kiosk/deb-x64.json";
const FILE = "/updates/kiosk/luot-kiosk_0.2.0_amd64.deb";
let server: UpdateServer;
let folder: string;
let ready: ReadyUpdate[];
let timers: HandTimers;
let hubUrl: string | null;
const keepers: UpdateKeeper[] = [];

beforeEach(async () => {
  server = await UpdateServer.start();
  folder = mkdtempSync(join(tmpdir(), "luot-update-"));
  ready = [];
  timers = new HandTimers();
  hubUrl = server.url;
});

afterEach(async () => {
  for (const keeper of keepers.splice(0)) keeper.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function keep(program: Partial<InstalledProgram> = {}): UpdateKeeper {
  const keeper = new UpdateKeeper({
    program: {
      app: "kiosk",
      target: "deb",
      arch: "x64",
      version: "0.1.0",
      key: server.keys.publicKey,
      ...program,
    },
    hubUrl: () => hubUrl,
    folder,
    fetch,
    timers,
    random: () => 0.5,
    onReady: (update) => ready.push(update),
    log: silentLogger,
  });
  keepers.push(keeper);
  return keeper;
}

/** What of a package came to be on this machine, under whatever name. */
const stored = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function refusal(program: Partial<InstalledProgram> = {}): Promise<unknown> {
  const result = await keep(program).look();
  expect(ready).toEqual([]);
  expect(stored()).toEqual([]);
  return result.ok ? "taken" : result.error;
}

const asked = async (count: number): Promise<void> =>
  expect.poll(() => server.asked.length).toBe(count);

/** Makes the server send without end; returns how much it sent so far, in bytes. */
function flood(path: string): () => number {
  let sent = 0;
  server.answers.set(path, (_request, reply) => {
    const more = (): void => {
      while (!reply.destroyed && reply.write(BODY)) sent += BODY.length;
    };
    reply.on("drain", more);
    more();
  });
  return () => sent;
}

describe("an update that is right", () => {
  it("is taken, checked and told of", async () => {
    const manifest = server.offer(BODY);
    expect((await keep().look()).ok).toBe(true);
    expect(ready).toEqual([{ manifest, path: join(folder, "update", manifest.file) }]);
    expect(readFileSync(ready[0]?.path ?? "").equals(BODY)).toBe(true);
  });

  it("is not downloaded twice, and is known again after a restart", async () => {
    server.offer(BODY);
    await keep().look();
    await keep().look();
    expect(server.asked).toEqual([MANIFEST, FILE, MANIFEST]);
    expect(await keep().kept()).toEqual(ready[0]);
  });

  it("gives way to the next, which leaves nothing of it behind", async () => {
    server.offer(BODY);
    await keep().look();
    server.offer(Buffer.from("next"), { version: "0.3.0", file: "next.deb" });
    await keep().look();
    expect(stored().toSorted()).toEqual(["next.deb", "update.json"]);
  });

  it.each([
    ["is busy", 503, ""],
    ["gives another file", 200, "text"],
  ])("stays when the hub %s where the next should be", async (_name, code, text) => {
    const { file } = server.offer(BODY);
    await keep().look();
    const next = server.offer(Buffer.from("next"), { version: "0.3.0", file: "next.deb" });
    server.answers.set(`/updates/kiosk/${next.file}`, (_request, reply) =>
      reply.writeHead(code).end(text),
    );
    expect((await keep().look()).ok).toBe(false);
    expect(stored().toSorted()).toEqual([file, "update.json"]);
    expect(await keep().kept()).toEqual(ready[0]);
  });

  it("is forgotten once it runs, and when its file or its manifest was changed", async () => {
    const { file } = server.offer(BODY);
    await keep().look();
    expect(await keep({ version: "0.2.0" }).kept()).toBeNull();
    const manifest = readFileSync(join(folder, "update.json"), "utf8");
    writeFileSync(join(folder, "update.json"), manifest.replace("0.2.0", "0.9.0"));
    expect(await keep().kept()).toBeNull();
    writeFileSync(join(folder, "update.json"), manifest);
    expect(await keep().kept()).not.toBeNull();
    writeFileSync(join(folder, "update", file), Buffer.alloc(BODY.length, "x"));
    expect(await keep().kept()).toBeNull();
  });
});

describe("an update is refused", () => {
  it("when its manifest was changed after it was signed", async () => {
    server.offer(BODY);
    const { payload, signature } = JSON.parse(await (await fetch(server.url + MANIFEST)).text());
    const changed = String(payload).replace("0.2.0", "0.9.0");
    server.give(MANIFEST, JSON.stringify({ payload: changed, signature }));
    expect(await refusal()).toBe("wrong_signature");
  });

  it("when another key signed it", async () => {
    server.offer(BODY, {}, generateKeyPairSync("ed25519").privateKey);
    expect(await refusal()).toBe("wrong_signature");
  });

  it.each(["0.1.0", "0.0.9", "0.1.0-rc.1"])("when it is no newer: %s", async (version) => {
    server.offer(BODY, { version });
    expect(await refusal()).toBe("not_newer");
  });

  it("when it holds an Electron for tests and what runs does not", async () => {
    server.offer(BODY, { version: "0.2.0-testruntime" });
    expect(await refusal()).toBe("for_tests");
    expect((await keep({ version: "0.1.0-testruntime" }).look()).ok).toBe(true);
  });

  it.each([{ app: "display" }, { target: "AppImage" }, { arch: "arm64" }] as const)(
    "when it is for another: %o",
    async (change) => {
      server.offer(BODY, change);
      expect(await refusal()).toBe("for_another");
    },
  );

  it("when the file is shorter than it should be", async () => {
    server.offer(BODY);
    server.give(FILE, BODY.subarray(0, 1_000));
    expect(await refusal()).toBe("cut_short");
  });

  it("when the connection breaks on the way", async () => {
    server.offer(BODY);
    server.answers.set(FILE, (_request, reply) => {
      reply.writeHead(200, { "content-length": BODY.length });
      reply.write(BODY.subarray(0, 1_000), () => reply.destroy());
    });
    expect(await refusal()).toBe("cut_short");
  });

  it("when the file goes on after its end, without the rest being read", async () => {
    server.offer(BODY);
    const sent = flood(FILE);
    expect(await refusal()).toBe("too_large");
    expect(sent()).toBeLessThan(100 * BODY.length);
  });

  it("when the file is another of the same size", async () => {
    server.offer(BODY);
    server.give(FILE, Buffer.alloc(BODY.length, "x"));
    expect(await refusal()).toBe("wrong_hash");
  });

  it.each([
    ["no JSON", "<html>"],
    ["no manifest", "{}"],
  ])("when what is there is no manifest: %s", async (_name, text) => {
    server.give(MANIFEST, text);
    expect(await refusal()).toBe("malformed");
  });

  it("when its manifest has no end, without the rest being read", async () => {
    const sent = flood(MANIFEST);
    expect(await refusal()).toBe("malformed");
    expect(sent()).toBeLessThan(100 * BODY.length);
  });

  it("when it is somewhere else", async () => {
    server.offer(BODY);
    server.give("/x", BODY);
    server.answers.set(FILE, (_request, reply) => reply.writeHead(302, { location: "/x" }).end());
    expect(await refusal()).toBe("unreachable");
  });

  it("when there is none, or nobody answers", async () => {
    expect(await refusal()).toBe("none_offered");
    server.answers.set(MANIFEST, (_request, reply) => reply.destroy());
    expect(await refusal()).toBe("unreachable");
  });
});

describe("the keeper of updates", () => {
  const HOUR_MS = 3_600_000;

  it("looks soon after the start, then every six hours and a bit", async () => {
    keep();
    await timers.pass(60_000);
    await asked(1);
    await expect.poll(() => timers.waiting).toBe(1);
    await timers.pass(6 * HOUR_MS);
    expect(server.asked).toHaveLength(1);
    await timers.pass(HOUR_MS / 4);
    await asked(2);
  });

  it("comes back sooner when the hub had its hands full", async () => {
    server.offer(BODY);
    server.answers.set(FILE, (_request, reply) => reply.writeHead(503).end());
    keep();
    await timers.pass(60_000);
    await asked(2);
    await expect.poll(() => timers.waiting).toBe(1);
    server.offer(BODY);
    await timers.pass(HOUR_MS / 2);
    await expect.poll(() => ready.length).toBe(1);
  });

  it("comes back sooner when it was not told a hub yet", async () => {
    server.offer(BODY);
    hubUrl = null;
    keep();
    await timers.pass(60_000);
    await expect.poll(() => timers.waiting).toBe(1);
    hubUrl = server.url;
    await timers.pass(HOUR_MS / 2);
    await expect.poll(() => ready.length).toBe(1);
  });
});
