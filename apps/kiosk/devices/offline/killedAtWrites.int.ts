import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "@luot/domain";
import { silentLogger, uuidv7 } from "@luot/kit";
import { openKioskBook, openStore } from "@luot/store";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DeviceProcess } from "../testing/DeviceProcess.ts";
import { TcpLine } from "../testing/TcpLine.ts";
import { freePort, HubProcess, prepareData, sharedSettings } from "../testing/realHub.ts";

const SETTINGS = sharedSettings(1);
const WISH = {
  serviceId: SETTINGS.services[0]?.id ?? "",
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
} as const;
const CLOCK = { now: () => Date.now(), monotonic: () => performance.now() };
const SOON = { timeout: 30_000, interval: 5 };
/** More writes than a wish ever takes: a test that comes so far would not end. */
const TOO_MANY = 60;

let data: string;
let hub: HubProcess;
let line: TcpLine;
let hubUrl: string;
let kiosk: DeviceProcess | null;

beforeEach(async () => {
  kiosk = null;
  data = mkdtempSync(join(tmpdir(), "luot-kiosk-kill-"));
  const { kiosks } = await prepareData(data, SETTINGS, { kiosks: 1, displays: 0 });
  const book = openKioskBook(join(data, "kiosk"), { clock: CLOCK, log: silentLogger });
  book.tokens.write(kiosks[0] ?? "");
  book.close();
  hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
  await hub.start();
  line = new TcpLine(hub.port);
  hubUrl = await line.open();
});

afterEach(async () => {
  line.close();
  await kiosk?.kill();
  await hub.kill();
  rmSync(data, { recursive: true, force: true });
});

function startKiosk(killAt: number): DeviceProcess {
  const start = { hubUrl, folder: join(data, "kiosk"), printer: null, scanner: null };
  kiosk = new DeviceProcess(start, killAt);
  return kiosk;
}

const newId = (): string => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** Takes a number as the screen does: what was not answered is asked again of the next process. */
async function takeOver(process: DeviceProcess, again: () => DeviceProcess): Promise<string> {
  const id = newId();
  let asked = process;
  for (;;) {
    const answer = await asked.issue(newId(), id, WISH);
    if (answer === null) asked = again();
    else if (answer.ok) return (answer.data as { readonly label: string }).label;
    else throw new Error(answer.code);
  }
}

async function isTold(): Promise<void> {
  await vi.waitUntil(() => kiosk !== null && owesNothing(kiosk), SOON);
}

/** Whether it has met the hub, and could go on without. */
function canBegin({ isLive, state }: DeviceProcess): boolean {
  return isLive && state?.outbox?.canIssue === true;
}

function owesNothing({ isLive, state }: DeviceProcess): boolean {
  return isLive && state?.outbox?.unsent === 0;
}

function journal(): readonly Event[] {
  const store = openStore(data);
  const events = store.journal.eventsAfter(0, 100_000);
  store.close();
  return events;
}

/** Numbers that stand for somebody, by label; a superseded one stands for nobody. */
function standing(events: readonly Event[]): readonly string[] {
  const over = new Set(
    events.flatMap((event) => (event.type === "ticket-cancelled" ? [event.label] : [])),
  );
  return events
    .flatMap((event) =>
      event.type === "ticket-issued" || event.type === "ticket-entered" ? [event.label] : [],
    )
    .filter((label) => !over.has(label));
}

it("[I1] [I12] a kiosk killed before any of its writes gives each citizen one number, with its hub", async () => {
  const held: string[] = [];
  let killAt = 1;
  for (; killAt < TOO_MANY; killAt++) {
    const first = startKiosk(killAt);
    await vi.waitUntil(() => canBegin(first), SOON);
    held.push(await takeOver(first, () => startKiosk(0)));
    // It may also die of what comes after the answer.
    await vi.waitUntil(() => first.isOver || first.state?.paper !== null, SOON);
    if (kiosk === first && !first.isOver) {
      await isTold();
      if (!first.isOver) break;
    }
    if (kiosk === first) startKiosk(0);
    await isTold();
    await kiosk?.kill();
  }
  await kiosk?.kill();
  await hub.stop();
  expect(killAt).toBeGreaterThan(4);
  expect(killAt).toBeLessThan(TOO_MANY);
  const events = journal();
  expect(standing(events).toSorted()).toEqual(held.toSorted());
  expect(new Set(held).size).toBe(held.length);
});

it("[I1] [I2] a kiosk killed before any of its writes gives each citizen one number, without its hub", async () => {
  const held: string[] = [];
  let killAt = 1;
  for (; killAt < TOO_MANY; killAt++) {
    const first = startKiosk(killAt);
    await vi.waitUntil(() => canBegin(first), SOON);
    line.cut();
    await vi.waitUntil(() => !first.isLive, SOON);
    held.push(await takeOver(first, () => startKiosk(0)));
    line.heal();
    await vi.waitUntil(() => first.isOver || owesNothing(first), SOON);
    if (kiosk === first && !first.isOver) break;
    if (kiosk === first) startKiosk(0);
    await isTold();
    await kiosk?.kill();
  }
  await isTold();
  await kiosk?.kill();
  await hub.stop();
  expect(killAt).toBeGreaterThan(4);
  expect(killAt).toBeLessThan(TOO_MANY);
  const events = journal();
  expect(standing(events)).toEqual(held);
  expect(new Set(held).size).toBe(held.length);
});
