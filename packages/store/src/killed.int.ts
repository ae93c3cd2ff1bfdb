import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { openStore } from "./Store.ts";
import { lookInto } from "./testing/lookInto.ts";
import { runChild } from "./testing/runChild.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

const DELAYS_MS = [50, 75, 100, 125, 150, 175, 200, 225, 250, 300];

// It proves that a batch is whole or absent. What a power cut takes only a power cut can show.
it.each(DELAYS_MS)(
  "[I2] a hub killed %i ms after its first commit has kept every command it answered",
  async (delayMs) => {
    const folder = temporaryFolder();
    const writer = runChild("writer.ts", [folder]);
    await writer.ready;
    await wait(delayMs);
    await writer.kill();
    const answered = writer.lines().flatMap((line) => line.split(" "));
    expect(answered.length).toBeGreaterThan(4);

    const store = openStore(folder);
    const { journal } = store;
    expect(answered.filter((id) => journal.recordOf(id) === undefined)).toEqual([]);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: journal.lastSeq });
    store.close();

    const db = lookInto(join(folder, "hub.db"));
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    const counts = "SELECT count(*) AS count, max(seq) AS last FROM events";
    expect(db.prepare(counts).get()).toEqual({ count: journal.lastSeq, last: journal.lastSeq });
    const commands = db.prepare("SELECT count(*) FROM commands").pluck().get();
    // Four, then three by three: no batch is there by halves.
    expect(Number(commands) % 3).toBe(1);
    expect(Number(commands)).toBeGreaterThanOrEqual(answered.length);
  },
);
