import { silentLogger } from "@luot/kit";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ManualClock } from "../../testing/ManualClock.ts";
import type { RegisterWriter } from "../RegisterWriter.ts";
import { createLookUpLog } from "./createLookUpLog.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("keeps no officer waiting for a writer that takes a large file", async () => {
  const busy = { run: () => new Promise<never>(() => {}) } as unknown as RegisterWriter;
  const log = createLookUpLog(busy, { clock: new ManualClock(1), log: silentLogger });
  const noted = log
    .opening({ officer: "lan", device: "c1", code: "H56.29-261105-0003" })
    .catch((cause: unknown) => String(cause));
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await noted).toContain("not noted within");
});
