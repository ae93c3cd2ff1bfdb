import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { silentLogger } from "@luot/kit";
import { expect, it } from "vitest";
import { lookInto } from "../testing/lookInto.ts";
import { runChild } from "../testing/runChild.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { openKioskBook } from "./openKioskBook.ts";

interface Step {
  readonly wish: string;
  readonly state: string;
  readonly label: string | null;
}

const DELAYS_MS = [40, 80, 120, 160, 200, 240, 280, 320];
const CLOCK = { now: () => 0, monotonic: () => 0 };

it("[I1] [I2] a kiosk killed at any moment, again and again, keeps each step whole", async () => {
  const folder = temporaryFolder();
  const told: Step[] = [];
  for (const [round, delayMs] of DELAYS_MS.entries()) {
    const writer = runChild("kioskWriter.ts", [folder, String(round)]);
    await writer.ready;
    await wait(delayMs);
    await writer.kill();
    told.push(...writer.lines().map((line) => JSON.parse(line) as Step));

    const book = openKioskBook(folder, { clock: CLOCK, log: silentLogger });
    const lost = told.filter(({ wish, state, label }) => {
      const kept = book.wishes.find(wish);
      const number = kept?.answer?.ok === true ? kept.answer.data.label : null;
      return kept?.state !== state || number !== label;
    });
    expect(lost).toEqual([]);
    // At most the one step that was under way has no outcome.
    expect(book.wishes.asked().length).toBeLessThanOrEqual(round + 1);
    book.close();
    expect(halves(join(folder, "kiosk.db"))).toEqual(NO_HALVES);
  }
  expect(told.length).toBeGreaterThan(50);
  const own = told.filter(({ state }) => state === "superseded").map(({ label }) => label);
  expect(new Set(own).size).toBe(own.length);
});

const NO_HALVES = { integrity: "ok", unequal: 0, unprinted: 0, given: true };

/** What a step that is there by halves would leave. */
function halves(path: string): unknown {
  const db = lookInto(path);
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  const given = count("SELECT count(*) FROM outbox WHERE ticket_id IS NOT NULL");
  const found = {
    integrity: db.pragma("integrity_check", { simple: true }),
    unequal: count(
      `SELECT count(*) FROM wishes LEFT JOIN outbox ON outbox.wish_id = wishes.id
       WHERE (wishes.state IN ('superseded', 'voided')) <> (outbox.id IS NOT NULL)`,
    ),
    unprinted: count(
      `SELECT count(*) FROM wishes WHERE ticket_id IS NOT NULL
         AND ticket_id NOT IN (SELECT ticket_id FROM papers)`,
    ),
    given: given === count("SELECT coalesce(sum(last), 0) FROM numbers"),
  };
  db.close();
  return found;
}
