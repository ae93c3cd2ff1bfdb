import { aCentre } from "@luot/domain/testing";
import { type LogFields, type Logger, silentLogger } from "@luot/kit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HubState } from "../HubState.ts";
import { InMemoryLink } from "../testing/InMemoryLink.ts";
import { ScriptedHub, type SentCommand } from "../testing/ScriptedHub.ts";
import { createRemoteHub, type RemoteHub } from "./createRemoteHub.ts";
import { serveHub } from "./serveHub.ts";

const WISH_ID = "01890000-0000-7000-8000-0000000000aa";
const WISH = {
  serviceId: "land",
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
} as const;
const TICKET = {
  ticketId: WISH_ID,
  label: "A012",
  serviceId: "land",
  class: "normal",
  issuedAt: 1,
  ahead: 3,
  estimate: null,
  token: "token",
} as const;
const VIEW: HubState<"kiosk">["view"] = {
  day: "2025-11-24",
  isOpen: true,
  settingsVersion: 1,
  counters: { q01: "open" },
  waiting: { land: { normal: 2 } },
  serviceTimes: {},
  issued: {},
};
const LIVE = { connection: "live", view: VIEW, seq: 7, settingsVersion: 1 } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets what is on its way arrive, without letting time pass. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

interface Kiosk {
  readonly link: InMemoryLink;
  readonly remote: RemoteHub;
  /** Begins a process with a client of its own. */
  readonly beginProcess: () => Promise<ScriptedHub>;
}

function aKiosk(): Kiosk {
  const link = new InMemoryLink();
  const remote = createRemoteHub(link.screen, "http://hub:7410");
  return {
    link,
    remote,
    beginProcess: async () => {
      const hub = new ScriptedHub();
      serveHub(hub.client, link.begin(), silentLogger);
      await settle();
      return hub;
    },
  };
}

function only(sent: readonly SentCommand[]): SentCommand {
  const [first] = sent;
  if (first === undefined || sent.length !== 1)
    throw new Error(`${sent.length} commands were sent`);
  return first;
}

describe("the state over the link", () => {
  it("is unheard and the devices down, until their process is there", async () => {
    const { remote, beginProcess } = aKiosk();
    await settle();
    expect(remote.getDevices()).toBe("down");
    expect(remote.getState()).toMatchObject({ connection: "connecting", view: null });
    const hub = await beginProcess();
    expect(remote.getDevices()).toBe("up");
    hub.set(LIVE);
    await vi.advanceTimersByTimeAsync(50);
    expect(remote.getState()).toEqual(hub.client.getState());
  });

  it("is the same object until it changes, and each change is told", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const states: unknown[] = [];
    const stop = remote.subscribe(() => states.push(remote.getState()));
    hub.set(LIVE);
    await vi.advanceTimersByTimeAsync(50);
    expect(states).toEqual([remote.getState()]);
    expect(remote.getState()).toBe(states[0]);
    stop();
    hub.set({ seq: 8 });
    await vi.advanceTimersByTimeAsync(50);
    expect(states).toHaveLength(1);
  });

  it("comes at most twenty times in a second, however often it changes, and the last one comes", async () => {
    const { link, remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    await vi.advanceTimersByTimeAsync(1_000);
    const before = link.told.length;
    for (let seq = 1; seq <= 5_000; seq += 1) {
      hub.set({ ...LIVE, seq });
      if (seq % 5 === 0) await vi.advanceTimersByTimeAsync(1);
    }
    expect(link.told.length - before).toBeLessThanOrEqual(21);
    await vi.advanceTimersByTimeAsync(50);
    expect(remote.getState().seq).toBe(5_000);
  });

  it("is not told to a screen that has not asked for it", async () => {
    const link = new InMemoryLink();
    const hub = new ScriptedHub();
    serveHub(hub.client, link.begin(), silentLogger);
    hub.set(LIVE);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(link.told).toEqual([{ kind: "devices", standing: "up" }]);
  });

  it("is told at once to a screen that begins again", async () => {
    const { link, beginProcess } = aKiosk();
    const hub = await beginProcess();
    hub.set(LIVE);
    const second = createRemoteHub(link.screen, "http://hub:7410");
    await settle();
    expect(second.getState()).toEqual(hub.client.getState());
  });

  it("says reconnecting while the process is gone, and keeps what it showed", async () => {
    const { link, remote, beginProcess } = aKiosk();
    const outbox = { since: 1, unsent: 2, canIssue: true };
    (await beginProcess()).set({ ...LIVE, outbox });
    await vi.advanceTimersByTimeAsync(50);
    link.kill();
    await settle();
    expect(remote.getDevices()).toBe("down");
    const gone = { ...LIVE, connection: "reconnecting", outbox: null, isStale: true };
    expect(remote.getState()).toMatchObject(gone);
    const hub = await beginProcess();
    expect(remote.getState()).toMatchObject({ connection: "reconnecting", view: VIEW });
    hub.set({ ...LIVE, seq: 9 });
    await vi.advanceTimersByTimeAsync(50);
    expect(remote.getState()).toEqual(hub.client.getState());
  });

  it("is not hidden when the hub turned this kiosk away", async () => {
    const { link, remote, beginProcess } = aKiosk();
    (await beginProcess()).set(LIVE);
    await vi.advanceTimersByTimeAsync(50);
    link.kill();
    (await beginProcess()).set({ connection: "pairing", pairingCode: "123456" });
    await vi.advanceTimersByTimeAsync(50);
    expect(remote.getState()).toMatchObject({ connection: "pairing", view: null });
  });
});

describe("a command over the link", () => {
  it("reaches the client with its id and its patience, and its answer comes back", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const answer = remote.send("ticket:issue", WISH, { id: WISH_ID, giveUpMs: 4_000 });
    await settle();
    const sent = only(hub.sent);
    expect(sent).toMatchObject({
      type: "ticket:issue",
      payload: WISH,
      id: WISH_ID,
      giveUpMs: 4_000,
    });
    sent.answer({ ok: true, data: TICKET });
    expect(await answer).toEqual({ ok: true, data: TICKET });
  });

  it("is refused with the client's own words", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const answer = remote.send("ticket:issue", WISH);
    await settle();
    const refused = { ok: false, code: "quota_reached", details: { left: 0 } };
    only(hub.sent).answer(refused);
    expect(await answer).toEqual(refused);
  });

  it("[I8] is sent to the next process under the same id when the first died over it", async () => {
    const { link, remote, beginProcess } = aKiosk();
    const first = await beginProcess();
    const answer = remote.send("ticket:issue", WISH, { id: WISH_ID });
    await vi.advanceTimersByTimeAsync(1_000);
    link.kill();
    only(first.sent).answer({ ok: true, data: { ...TICKET, label: "LOST" } });
    await vi.advanceTimersByTimeAsync(3_000);
    const second = await beginProcess();
    const sent = only(second.sent);
    expect(sent).toMatchObject({ id: WISH_ID, payload: WISH, giveUpMs: 11_000 });
    sent.answer({ ok: true, data: TICKET });
    expect(await answer).toEqual({ ok: true, data: TICKET });
  });

  it("waits for a process that is not there yet", async () => {
    const { remote, beginProcess } = aKiosk();
    const answer = remote.send("kiosk:call-help", {});
    await vi.advanceTimersByTimeAsync(2_000);
    const hub = await beginProcess();
    only(hub.sent).answer({ ok: true, data: {} });
    expect(await answer).toEqual({ ok: true, data: {} });
  });

  it("gives up after its time, and a late answer harms nobody", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const answer = remote.send("ticket:issue", WISH, { giveUpMs: 4_000 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ ok: false, code: "disconnected", details: {} });
    only(hub.sent).answer({ ok: true, data: TICKET });
    await settle();
  });

  it("is not sent twice by a link that says twice that the process is up", async () => {
    const { link, remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const answer = remote.send("ticket:issue", WISH);
    link.tell({ kind: "devices", standing: "up" });
    await settle();
    only(hub.sent).answer({ ok: true, data: TICKET });
    expect(await answer).toMatchObject({ ok: true });
  });

  it("is refused at once when it is none of a screen's", async () => {
    const { link, remote, beginProcess } = aKiosk();
    await beginProcess();
    const answer = await remote.send("device:health", { state: "ready", parts: [] });
    expect(answer).toEqual({ ok: false, code: "forbidden", details: {} });
    expect(link.posted).toEqual([{ kind: "watch" }, { kind: "watch" }]);
  });

  it("takes an answer that is none for a fault inside", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const answer = remote.send("ticket:issue", WISH);
    await settle();
    only(hub.sent).answer({ ok: true, data: { label: "A012" } });
    expect(await answer).toEqual({ ok: false, code: "internal", details: {} });
  });

  it("is answered also when it fails, so that no process ends over it", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const answer = remote.send("ticket:reprint", { ticketId: WISH_ID });
    await settle();
    only(hub.sent).fail(new Error("the disk is full"));
    expect(await answer).toMatchObject({ ok: false, code: "internal" });
  });

  it("is refused when too many are under way, and the others go on", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const answers = Array.from({ length: 1_000 }, () => remote.send("ticket:issue", WISH));
    await settle();
    expect(hub.sent).toHaveLength(32);
    for (const sent of hub.sent) sent.answer({ ok: true, data: TICKET });
    const codes = (await Promise.all(answers)).map((answer) => (answer.ok ? "ok" : answer.code));
    expect(codes.filter((code) => code === "ok")).toHaveLength(32);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(968);
    const after = remote.send("ticket:issue", WISH);
    await settle();
    hub.sent.at(-1)?.answer({ ok: true, data: TICKET });
    expect(await after).toMatchObject({ ok: true });
  });
});

describe("settings over the link", () => {
  it("come as the client has them", async () => {
    const { remote, beginProcess } = aKiosk();
    const hub = await beginProcess();
    const settings = aCentre({});
    hub.settings.set(3, settings);
    expect(await remote.loadSettings(3)).toEqual(settings);
  });

  it("are not had when the client has none, when it has nonsense, or in time", async () => {
    const { remote, beginProcess } = aKiosk();
    const late = remote.loadSettings(1).catch(String);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toContain("settings 1: not to be had");
    const hub = await beginProcess();
    await expect(remote.loadSettings(2)).rejects.toThrow("settings 2");
    hub.settings.set(3, { version: 3 } as never);
    await expect(remote.loadSettings(3)).rejects.toThrow("Invalid input");
  });
});

describe("a scan over the link", () => {
  const SCAN = { text: "000.26.11.H22-250101-0001", aim: "]Q1", at: 5 };

  it("reaches the screen that is there", async () => {
    const { link, remote } = aKiosk();
    const served = serveHub(new ScriptedHub().client, link.begin(), silentLogger);
    served.tellScan({ ...SCAN, text: "too early" });
    await settle();
    const heard: unknown[] = [];
    const stop = remote.onScan((scan) => heard.push(scan));
    served.tellScan(SCAN);
    await settle();
    expect(heard).toEqual([SCAN]);
    stop();
    served.tellScan(SCAN);
    await settle();
    expect(heard).toHaveLength(1);
  });
});

const NONSENSE: readonly unknown[] = [
  null,
  7,
  "watch",
  [],
  {},
  { kind: "state" },
  { kind: "state", state: null },
  { kind: "state", state: { connection: "live" } },
  { kind: "answer", call: "1", answer: { ok: true, data: {} } },
  { kind: "answer", call: WISH_ID, answer: { ok: true, data: {} } },
  { kind: "settings", call: WISH_ID, settings: {} },
  { kind: "scan", scan: { text: "x".repeat(4_097), aim: "", at: 0 } },
  { kind: "devices", standing: "sideways" },
  { kind: "ping" },
];

describe("nonsense over the link", () => {
  it("changes nothing at the screen", async () => {
    const { link, remote, beginProcess } = aKiosk();
    (await beginProcess()).set(LIVE);
    await vi.advanceTimersByTimeAsync(50);
    const before = remote.getState();
    const heard: unknown[] = [];
    remote.onScan((scan) => heard.push(scan));
    for (const message of NONSENSE) link.tell(message);
    await settle();
    expect(remote.getState()).toBe(before);
    expect(heard).toEqual([]);
  });

  it("does nothing at the devices, and is noted without what it holds", async () => {
    const link = new InMemoryLink();
    const hub = new ScriptedHub();
    const lines: [string, LogFields | undefined][] = [];
    const log: Logger = { ...silentLogger, warn: (words, fields) => lines.push([words, fields]) };
    serveHub(hub.client, link.begin(), log);
    for (const message of NONSENSE) link.screen.post(message);
    await settle();
    expect(hub.sent).toEqual([]);
    expect(new Set(lines.map((line) => JSON.stringify(line)))).toEqual(
      new Set([`["a message of the screen makes no sense",null]`]),
    );
    expect(lines).toHaveLength(NONSENSE.length);
  });
});

describe("the end of a link", () => {
  it("at the screen answers what waits", async () => {
    const { remote, beginProcess } = aKiosk();
    await beginProcess();
    const answer = remote.send("ticket:issue", WISH);
    remote.close();
    expect(await answer).toMatchObject({ code: "disconnected" });
  });

  it("at the devices says nothing more", async () => {
    const { link } = aKiosk();
    const hub = new ScriptedHub();
    const served = serveHub(hub.client, link.begin(), silentLogger);
    await settle();
    served.close();
    const before = link.told.length;
    hub.set(LIVE);
    served.tellScan({ text: "x", aim: "", at: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(link.told).toHaveLength(before);
    expect(hub.listeners).toBe(0);
  });
});
