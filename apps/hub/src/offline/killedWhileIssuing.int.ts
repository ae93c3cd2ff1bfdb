import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Event } from "@luot/domain";
import { silentLogger } from "@luot/kit";
import { createVirtualPrinter, type VirtualPrinter } from "@luot/simulators";
import { openKioskBook, openStore } from "@luot/store";
import { expect, it } from "vitest";
import { systemClock } from "../systemClock.ts";
import { freePort, HubProcess, prepareData } from "../testing/HubProcess.ts";
import { KioskProcess } from "../testing/KioskProcess.ts";
import { sharedSettings, TEST_SECRET } from "../testing/startTestHub.ts";
import { newTestId, TestClient } from "../testing/TestClient.ts";

/** More by hand: LUOT_KILL_ROUNDS=200 LUOT_KILL_SEED=7, a few seconds each. */
const ROUNDS = Number(process.env["LUOT_KILL_ROUNDS"] ?? "6");
const SEED = Number(process.env["LUOT_KILL_SEED"] ?? "1");
const GIVE_UP_MS = 60_000;
const SETTINGS = sharedSettings(1);
const SERVICE = SETTINGS.services[0]?.id ?? "";
const WISH = {
  serviceId: SERVICE,
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
} as const;
const PRELOAD = resolve(import.meta.dirname, "../testing/killAfterIssue.ts");
/** When the hub is killed, seen from the person who has just pressed "LẤY SỐ". */
const MOMENTS = [
  "before sending",
  "on the way",
  "after the commit",
  "after the answer",
  "while printing",
] as const;

/** Everything of one centre in a test: a hub that dies, a kiosk of its own process, a counter. */
interface Centre {
  readonly data: string;
  readonly hub: HubProcess;
  readonly kiosk: KioskProcess;
  readonly printer: VirtualPrinter;
  readonly caller: Caller;
}

it(`[OFF-2][I1][I12] a hub killed ${ROUNDS} times in the middle of an issue leaves everybody with one number that is called`, {
  timeout: ROUNDS * 30_000 + 60_000,
}, async () => {
  const random = mulberry32(SEED);
  const centre = await openCentre();
  const held: string[] = [];
  const seen = new Map<string, number>();
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const moment = MOMENTS[round % MOMENTS.length] ?? "on the way";
      const label = await killedAt(moment, centre, random);
      held.push(label);
      const kind = `${moment}: ${label.includes("-") ? "own number" : "hub's number"}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if ((round + 1) % 20 === 0)
        process.stdout.write(`${round + 1} kills ${JSON.stringify([...seen])}\n`);
    }
    await settled(() => centre.kiosk.state?.outbox?.since === null, "the kiosk to be done");
    await settled(() => centre.printer.papers.length >= held.length, "all papers");
    centre.caller.emptyAnswers = 0;
    // A number whose paper is not confirmed yet may be called some seconds later.
    await settled(() => centre.caller.emptyAnswers > 300, "nobody to be left");
  } finally {
    await centre.caller.close();
    await centre.kiosk.kill();
    await centre.hub.stop();
    await centre.printer.close();
  }
  expect(faultsOf(held, journalOf(centre.data), centre.printer)).toEqual([]);
  // Neither way was only ever the other: some got the hub's number, some the kiosk's.
  expect(held.some((label) => label.includes("-"))).toBe(true);
  rmSync(centre.data, { recursive: true, force: true });
});

async function openCentre(): Promise<Centre> {
  const data = mkdtempSync(join(tmpdir(), "luot-offline-kill-"));
  const { kiosks, counters } = await prepareData(data, SETTINGS, { kiosks: 1, displays: 0 });
  const folder = join(data, "kiosk");
  const book = openKioskBook(folder, { clock: systemClock, log: silentLogger });
  book.tokens.write(kiosks[0] ?? "");
  book.close();
  const printer = await createVirtualPrinter({ port: 0, host: "127.0.0.1", keep: 10_000 });
  const hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
  await hub.start();
  const kiosk = new KioskProcess({
    hubUrl: hub.url,
    folder,
    printer: `tcp://127.0.0.1:${printer.port}`,
    scanner: null,
  });
  kiosk.start();
  await settled(() => kiosk.state?.connection === "live", "the kiosk to be live");
  const caller = new Caller(hub.url, counters["q01"] ?? "");
  return { data, hub, kiosk, printer, caller };
}

/** One person takes a number, the hub dies at a moment and comes back. @returns the number held */
async function killedAt(
  moment: (typeof MOMENTS)[number],
  centre: Centre,
  random: () => number,
): Promise<string> {
  const { hub, kiosk, printer } = centre;
  if (moment === "after the commit") {
    await kill(centre);
    await hub.start({ module: PRELOAD, env: { LUOT_KILL_AFTER_ISSUE: "1" } });
    await settled(() => kiosk.state?.connection === "live", "the kiosk to be live");
  }
  if (moment === "before sending") await kill(centre);
  const papers = printer.papers.length;
  const asked = kiosk.issue(newTestId(), WISH);
  if (moment === "on the way") await wait(random() * 25);
  if (moment === "after the commit") await hub.ended();
  if (moment === "after the answer") await asked;
  if (moment === "while printing") {
    await settled(() => printer.uncutRows > 0 || printer.papers.length > papers, "the first row");
    // Its outcome is on the way, or just told.
    await wait(random() * 10);
  }
  await kill(centre);
  await wait(random() * 3_000);
  await hub.start();
  const answer = await asked;
  if (!answer.ok) throw new Error(`${moment}: refused with ${answer.code}`);
  await settled(
    () => kiosk.state?.connection === "live" && kiosk.state.outbox?.unsent === 0,
    "the kiosk to have told everything",
  );
  return (answer.data as { readonly label: string }).label;
}

/** Kills the hub and waits until the kiosk has noticed, or what it says is of the hub before. */
async function kill({ hub, kiosk }: Centre): Promise<void> {
  await hub.kill();
  await settled(() => kiosk.state?.connection !== "live", "the kiosk to notice");
}

/** An officer who calls whoever is next, as fast as answers come, whatever happens to the hub. */
class Caller {
  /** How often in a row nobody was left. */
  emptyAnswers = 0;
  readonly #url: string;
  readonly #token: string;
  readonly #work: Promise<void>;
  #session: string | null = null;
  #isClosed = false;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
    this.#work = this.#callForEver();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#work;
  }

  async #callForEver(): Promise<void> {
    while (!this.#isClosed) {
      const auth = {
        token: this.#token,
        ...(this.#session === null ? {} : { session: this.#session }),
      };
      const client = new TestClient(this.#url, auth);
      try {
        await this.#callOn(client);
      } catch {
        // The hub was killed: that is what this is about. It comes back.
        await wait(50);
      } finally {
        client.close();
      }
    }
  }

  async #callOn(client: TestClient): Promise<void> {
    await client.hello("counter");
    if (this.#session === null) {
      const secret = { username: "officer-q01", password: TEST_SECRET };
      const ack = await client.send("officer:sign-in", secret);
      if (!ack.ok) throw new Error(ack.error.code);
      this.#session = (ack.data as { readonly session: string }).session;
      await client.send("counter:open", { counterId: "q01" });
    }
    const finish = { counterId: "q01", outcome: "accepted", dossierRefs: [] };
    while (!this.#isClosed && client.socket.connected) {
      const ack = await Promise.race([
        client.send("ticket:call-next", { counterId: "q01" }),
        cut(client),
      ]);
      const isEmpty = !ack.ok && ack.error.code === "queue_empty";
      this.emptyAnswers = isEmpty ? this.emptyAnswers + 1 : 0;
      // One that was called when the answer was lost is still at the counter.
      await Promise.race([client.send("ticket:finish", finish), cut(client)]);
      if (!ack.ok) await wait(20);
    }
  }
}

async function cut(client: TestClient): Promise<never> {
  await client.disconnected();
  throw new Error("cut off");
}

function journalOf(data: string): readonly Event[] {
  const store = openStore(data);
  const events = store.journal.eventsAfter(0, 1_000_000);
  store.close();
  return events;
}

/** What must not be found after all, in words. */
function faultsOf(
  held: readonly string[],
  journal: readonly Event[],
  printer: VirtualPrinter,
): readonly string[] {
  const given = journal.flatMap((event) =>
    event.type === "ticket-issued" || event.type === "ticket-entered" ? [event.label] : [],
  );
  const called = journal.flatMap((event) => (event.type === "ticket-called" ? [event.label] : []));
  const superseded = journal.flatMap((event) =>
    event.type === "ticket-cancelled" && event.reason === "superseded" ? [event.label] : [],
  );
  const wrong: Readonly<Record<string, readonly string[]>> = {
    "two people hold one number": twice(held),
    "a label was given twice": twice(given),
    "somebody's number is not in the journal": held.filter((label) => !given.includes(label)),
    "somebody was never called": held.filter((label) => !called.includes(label)),
    "a number nobody holds was called": called.filter((label) => !held.includes(label)),
    "a superseded number was called": called.filter((label) => superseded.includes(label)),
    "a number was called twice": twice(called),
    "papers are missing or too many":
      printer.papers.length === held.length ? [] : [`${printer.papers.length} of ${held.length}`],
    "the printer got what it does not know": printer.faults,
  };
  return Object.entries(wrong).flatMap(([fault, labels]) =>
    labels.length === 0 ? [] : [`${fault}: ${labels.join(" ")}`],
  );
}

function twice(labels: readonly string[]): readonly string[] {
  return labels.filter((label, i) => labels.indexOf(label) !== i);
}

async function settled(test: () => boolean, what: string): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  while (!test()) {
    if (Date.now() > giveUpAt) throw new Error(`waited in vain for ${what}`);
    await wait(2);
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** A small generator, so that a seed gives the same moments again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
