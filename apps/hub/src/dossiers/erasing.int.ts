import { silentLogger } from "@luot/kit";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Alarms } from "../Alarms.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import { demoSettings } from "../testing/startTestHub.ts";
import { type Dossiers, startDossiers } from "./startDossiers.ts";
import { bookCsv, bookRows } from "./testing/dossierFiles.ts";

const HOUR_MS = 3_600_000;
const NOW = Date.parse("2026-11-20T09:00:00+07:00");
const TEN_YEARS_MS = 3_653 * 24 * HOUR_MS;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function take({ writer }: Dossiers, text: string): Promise<void> {
  const content = { kind: "bytes", bytes: new Uint8Array(Buffer.from(text)) } as const;
  const task = { source: "files", name: "a.csv", mapping: "auto", content } as const;
  await writer.run("import-file", { ...task, at: NOW, asOf: NOW });
}

it("a clock that jumped erases nothing, and one that is believed does", async () => {
  const clock = new ManualClock(NOW);
  let isClockSure = false;
  const dossiers = await startDossiers({
    data: ":memory:",
    settings: demoSettings,
    alarms: new Alarms(() => clock.now()),
    clock,
    isClockSure: () => isClockSure,
    log: silentLogger,
    connectors: [],
  });
  await take(dossiers, bookCsv(bookRows(3)));
  clock.pass(TEN_YEARS_MS);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(dossiers.register.count()).toBe(3);
  isClockSure = true;
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(dossiers.register.count()).toBe(0);
  await dossiers.close();
});
