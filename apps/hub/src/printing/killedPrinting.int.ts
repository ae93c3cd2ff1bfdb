import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Raster } from "@luot/printer";
import { createVirtualPrinter, type VirtualPrinter } from "@luot/simulators";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { freePort, HubProcess, prepareData } from "../testing/HubProcess.ts";
import { demoSettings, sharedSettings } from "../testing/startTestHub.ts";
import { dataOf, newTestId, TestClient } from "../testing/TestClient.ts";

const PRELOAD = resolve(import.meta.dirname, "../testing/killAtStep.ts");
/** So many runs go on at a time; each mostly waits for a hub to start. */
const AT_A_TIME = 5;
const GIVE_UP_MS = 120_000;
const [SERVICE] = sharedSettings(1).services;

interface Row {
  readonly copy: number;
  readonly state: string;
}

/** What a run left behind. */
interface Left {
  readonly wasKilled: boolean;
  readonly firsts: number;
  readonly copies: number;
  readonly rows: readonly Row[];
  readonly isAlarmed: boolean;
  readonly faults: readonly string[];
}

it("[I12] a hub that is killed at any step of printing prints nothing twice without the reprint " +
  "mark and leaves nobody without a paper or an alarm", { timeout: 600_000 }, async () => {
  let next = 1;
  let survived = false;
  const outcomes = new Map<string, number>();
  const worker = async (): Promise<void> => {
    while (!survived) {
      const step = next++;
      try {
        const left = await runKilledAt(step);
        survived ||= !left.wasKilled;
        expect({ step, left, faults: faultsOf(left) }).toEqual({ step, left, faults: [] });
        const key = left.rows.map(({ copy, state }) => `${copy} ${state}`).join(", ");
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
      } catch (cause) {
        survived = true;
        throw cause;
      }
    }
  };
  // All runs end, whatever one of them finds: none may leave a hub behind.
  const ends = await Promise.allSettled(Array.from({ length: AT_A_TIME }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  // Both papers, with two files, two status questions, a job in two halves, and answers.
  expect(next).toBeGreaterThan(20);
  expect(outcomes.get("0 confirmed, 1 confirmed")).toBeGreaterThan(0);
  expect(outcomes.get("0 unknown, 1 confirmed")).toBeGreaterThan(0);
  expect(outcomes.get("0 confirmed, 1 unknown")).toBeGreaterThan(0);
});

/** What a run must not leave behind, in words. */
function faultsOf(left: Left): readonly string[] {
  const { firsts, copies, rows, isAlarmed } = left;
  const stateOf = (copy: number): string => rows.find((row) => row.copy === copy)?.state ?? "none";
  const wrong: Readonly<Record<string, boolean>> = {
    "a paper came twice": firsts > 1 || copies > 1,
    "a paper has no outcome": [0, 1].some(
      (copy) => !["confirmed", "unknown"].includes(stateOf(copy)),
    ),
    "a confirmed first paper is missing": stateOf(0) === "confirmed" && firsts !== 1,
    "a confirmed copy is missing": stateOf(1) === "confirmed" && copies !== 1,
    "nobody has a paper or an alarm": firsts + copies === 0 && !isAlarmed,
    "a copy is in doubt and nobody is told": stateOf(1) === "unknown" && !isAlarmed,
    "the printer was sent what it does not know": left.faults.length > 0,
  };
  return Object.keys(wrong).filter((fault) => wrong[fault]);
}

/** One number and one copy of its paper, with a hub that dies at a step and is started again. */
async function runKilledAt(step: number): Promise<Left> {
  const data = mkdtempSync(join(tmpdir(), "luot-print-kill-"));
  const virtual = await createVirtualPrinter({ port: 0, host: "127.0.0.1" });
  const printer = `tcp://127.0.0.1:${virtual.port}`;
  const hub = new HubProcess(data, await freePort(), ["--printer", printer]);
  try {
    const { kiosks } = await prepareData(data, demoSettings(), { kiosks: 1, displays: 0 });
    const env = { LUOT_KILL_AT: String(step), LUOT_PRINTER_PORT: String(virtual.port) };
    await hub.start({ module: PRELOAD, env });
    const visit = new Visit(kiosks[0] ?? "", data);
    const wasKilled = await Promise.race([
      hub.ended().then(() => true),
      visit.go(hub.url).then((isOver) => (isOver ? false : hub.ended().then(() => true))),
    ]);
    if (wasKilled) {
      await hub.start();
      if (!(await visit.go(hub.url))) throw new Error("the second hub ended too");
    }
    return { wasKilled, ...countPapers(virtual), ...visit.left(), isAlarmed: visit.isAlarmed };
  } finally {
    await hub.kill();
    await virtual.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** What one person does at a kiosk, again from where it was when the hub is back. */
class Visit {
  readonly #token: string;
  readonly #data: string;
  readonly #issueId = newTestId();
  readonly #reprintId = newTestId();
  /** Whether the hub had an alarm about a paper at the end. */
  isAlarmed = false;

  constructor(token: string, data: string) {
    this.#token = token;
    this.#data = data;
  }

  /**
   * Takes a number and a copy of its paper, and waits for what becomes of both.
   *
   * @returns whether it came to its end; it does not when the hub is gone
   */
  async go(url: string): Promise<boolean> {
    const client = new TestClient(url, { token: this.#token });
    try {
      await client.hello("kiosk");
      const payload = {
        serviceId: SERVICE?.id,
        class: "normal",
        reason: null,
        language: "vi",
        print: true,
      };
      const ticket = dataOf(await client.send("ticket:issue", payload, this.#issueId));
      const { ticketId } = ticket;
      await this.#settled(client, 0);
      dataOf(await client.send("ticket:reprint", { ticketId }, this.#reprintId));
      await this.#settled(client, 1);
      this.isAlarmed = await isAlarmed(url);
      return true;
    } catch (cause) {
      await new Promise((wait) => setTimeout(wait, 100));
      if (client.socket.connected) throw cause;
      return false; // the hub is gone, which is what this is about
    } finally {
      client.close();
    }
  }

  left(): { readonly rows: readonly Row[] } {
    const db = new Database(join(this.#data, "hub.db"), { readonly: true });
    const rows = db.prepare("SELECT copy, state FROM papers ORDER BY copy").all() as Row[];
    db.close();
    return { rows };
  }

  /** Waits for the outcome of a paper in the book. */
  async #settled(client: TestClient, copy: number): Promise<void> {
    const giveUpAt = Date.now() + GIVE_UP_MS;
    for (;;) {
      const state = this.left().rows.find((row) => row.copy === copy)?.state ?? "queued";
      if (state !== "queued" && state !== "sending") return;
      if (!client.socket.connected) throw new Error("the hub is gone");
      if (Date.now() > giveUpAt) throw new Error(`paper ${copy} stays ${state}`);
      await new Promise((wait) => setTimeout(wait, 10));
    }
  }
}

async function isAlarmed(url: string): Promise<boolean> {
  const launcher = (await (await fetch(`${url}/api/launcher`)).json()) as {
    readonly alarms: readonly { readonly kind: string }[];
  };
  return launcher.alarms.some(({ kind }) => kind === "print_unknown" || kind === "print_failed");
}

function countPapers({ papers, faults }: VirtualPrinter) {
  const copies = papers.filter(({ raster }) => hasBar(raster)).length;
  return { firsts: papers.length - copies, copies, faults };
}

/** The mark BẢN IN LẠI stands white in a black bar; nothing else on a ticket is as thick. */
function hasBar({ widthDots, heightDots, data }: Raster): boolean {
  const widthBytes = widthDots / 8;
  const isBlackAt = (row: number): boolean => {
    const bytes = data.subarray(row * widthBytes, (row + 1) * widthBytes);
    return bytes.filter((byte) => byte === 0xff).length > widthBytes / 3;
  };
  let thick = 0;
  for (let row = 0; row < heightDots; row++) {
    thick = isBlackAt(row) ? thick + 1 : 0;
    if (thick >= 10) return true;
  }
  return false;
}
