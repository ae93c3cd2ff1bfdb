import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { electronFolder } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_PIN } from "../../../hub/src/testing/startTestHub.ts";
import { buildCounterApp, CounterInShell } from "../testing/CounterInShell.ts";

// The hub dies while the officer is away: nobody gets past the lock but by a supervisor's PIN.

const hasElectron = electronFolder() !== null;
/** A folder for pictures, of whoever wants to look at them. */
const SHOTS = process.env["LUOT_SHOTS"];
/** A button counts no second press for a moment. */
const PRESS_LOCK_MS = 400;
let counter: CounterInShell;
let page: Page;
let label = "";

beforeAll(async () => {
  if (!hasElectron) return;
  buildCounterApp();
  counter = await CounterInShell.prepare();
  page = await counter.open([`--hub=${counter.hub.url}`, "--counter=q01"]);
  await counter.pair(page, "q01");
  await counter.openCounter(page, "q01");
  [label = ""] = await counter.issue(1);
  await page.getByTestId("call-next").click();
  await page.getByTestId("current-label").getByText(label).waitFor();
  await page.getByTestId("lock").click();
  await page.getByTestId("unlock").waitFor();
  await counter.hub.kill();
});

afterAll(async () => {
  if (hasElectron) await counter?.end();
});

async function shoot(name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `counter-${name}.png`) });
}

describe.skipIf(!hasElectron)("a locked counter whose hub is killed", () => {
  it("says why it stays locked, also when its page is loaded anew", async () => {
    await page.getByTestId("desk-lost").waitFor();
    await shoot("locked-lost");
    await page.reload();
    await page.getByTestId("alone-desk").waitFor();
    await page.getByText("Chưa mở khóa được").waitFor();
    expect(await page.getByText(label).count()).toBe(0);
    expect(await page.getByTestId("finish").count()).toBe(0);
    await shoot("locked-alone");
  });

  it("goes on in paper mode by a supervisor's PIN, which a supervisor can end again", async () => {
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 61_000;
    });
    await page.getByTestId("start-paper").click();
    await page.getByTestId("lead-pin").fill(TEST_PIN);
    await page.getByTestId("allow-paper").click();
    await page.getByTestId("paper-desk").getByText(label).waitFor();
    expect(await page.getByTestId("end-paper").isDisabled()).toBe(true);
    await page.getByTestId("finish").click();
    await page.getByTestId("waiting-entries").getByText(label).waitFor();
    await page.getByTestId("end-paper").click();
    await page.getByTestId("lead-pin").fill(TEST_PIN);
    await page.waitForTimeout(PRESS_LOCK_MS);
    await page.getByTestId("allow-paper").click();
    await page.getByTestId("paper-desk").waitFor({ state: "detached" });
  });

  it("tells the hub once its officer has unlocked it", async () => {
    await counter.hub.start();
    await page.getByTestId("untold").waitFor();
    await shoot("locked-untold");
    await page.getByTestId("pin").fill(TEST_PIN);
    await page.getByTestId("unlock").click();
    await page.getByTestId("call-next").waitFor();
    await page.getByTestId("waiting-entries").waitFor({ state: "detached" });
    const done = (await counter.history()).filter((line) => line.startsWith("finished"));
    expect(done).toEqual([`finished ${label}`]);
  });
});
