import type { DossierSource } from "@luot/contract";
import { silentLogger } from "@luot/kit";
import { beforeEach, expect, it } from "vitest";
import { Alarms } from "../../Alarms.ts";
import { ManualClock } from "../../testing/ManualClock.ts";
import type { ConnectorTools, SourceConnector } from "../connectors.ts";
import { createPullConnector } from "./createPullConnector.ts";

const SOURCE: DossierSource = {
  id: "mot-cua",
  name: "Một cửa",
  kind: "pull",
  isOn: true,
  mapping: "auto",
  pull: {
    url: "http://127.0.0.1/DongBoHoSoMC",
    login: null,
    everyMinutes: 10,
    pageSize: 50,
    timeoutMs: 20_000,
  },
};

let alarms: Alarms;
let isThere: boolean;
let connector: SourceConnector;
let waiting: (() => void)[];

beforeEach(() => {
  const clock = new ManualClock();
  alarms = new Alarms(() => clock.now());
  isThere = false;
  waiting = [];
  const tools = {
    register: { source: () => null, secretOf: () => null },
    writer: { run: async () => 1 },
    alarms,
    clock,
    log: silentLogger,
  };
  connector = createPullConnector(tools as unknown as ConnectorTools, {
    fetch: async () => {
      if (!isThere) throw new Error("nobody is there");
      return new Response('{"data":[]}', { headers: { "content-type": "application/json" } });
    },
    later: (_delayMs, act) => {
      waiting.push(act);
      return () => undefined;
    },
    random: () => 0,
    extraCodes: () => [],
    clockToleranceMs: 120_000,
  });
});

/** Lets the source be asked so often. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()?.();
  }
  await expect.poll(() => waiting.length).toBe(1);
}

const stale = (): readonly string[] => alarms.all().map(({ id }) => id);

it("raises an alarm about a source that failed five times, until it can be read", async () => {
  alarms.raise("dossiers_stale", "");
  connector.useSources([SOURCE]);
  await turns(3);
  expect(stale()).toEqual(["dossiers_stale:"]);
  await turns(3);
  expect(stale()).toEqual(["dossiers_stale:mot-cua", "dossiers_stale:"]);
  isThere = true;
  await turns(1);
  expect(stale()).toEqual(["dossiers_stale:"]);
});

it("has no alarm about a source that is asked no more", async () => {
  connector.useSources([SOURCE]);
  await turns(4);
  expect(stale()).toEqual(["dossiers_stale:mot-cua"]);
  connector.useSources([{ ...SOURCE, isOn: false }]);
  expect(stale()).toEqual([]);
});
