import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { electronFolder, pressKeys } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_PIN } from "../../../hub/src/testing/startTestHub.ts";
import { buildCounterApp, CounterInShell } from "../testing/CounterInShell.ts";

const hasElectron = electronFolder() !== null;
/** A folder for pictures, of whoever wants to look at them. */
const SHOTS = process.env["LUOT_SHOTS"];
const PRESS_LOCK_MS = 400;
const LONG = { timeout: 90_000 };
let counter: CounterInShell;
let page: Page;
let bar: Page;
let labels: readonly string[] = [];

beforeAll(async () => {
  if (!hasElectron) return;
  buildCounterApp();
  counter = await CounterInShell.prepare();
});

afterAll(async () => {
  if (hasElectron) await counter?.end();
});

async function shoot(name: string, of: Page): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await of.screenshot({ path: join(SHOTS, `counter-${name}.png`) });
}

const current = (of: Page) => of.getByTestId("current-label");

/** Until something about a number is noted and not told yet. */
async function waits(label: string | undefined): Promise<void> {
  await page
    .getByTestId("waiting-entries")
    .getByText(label ?? "")
    .waitFor();
}

/** The bar as the system sees it. */
function barWindow(): Promise<Readonly<Record<string, unknown>> | undefined> {
  return counter.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.webContents.getURL().includes("bar=1"))
      .map((window) => ({
        isOnTop: window.isAlwaysOnTop(),
        isShown: window.isVisible(),
        size: window.getSize(),
      }))
      .at(0),
  );
}

/** Presses what may have been pressed just now: a button counts no second press for a moment. */
async function pressAgain(id: string): Promise<void> {
  await page.waitForTimeout(PRESS_LOCK_MS);
  await page.getByTestId(id).click();
}

/** The page's clock goes on by more than the minute that paper mode waits for. */
async function aMinutePasses(): Promise<void> {
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 61_000;
  });
}

async function chooseInMenu(id: string): Promise<void> {
  await pressAgain("desk-menu");
  await page.getByTestId(`choice-${id}`).click();
  await page.getByTestId("choice-dialog").waitFor({ state: "detached" });
}

async function isRegistered(keys: string): Promise<boolean> {
  return counter.app.evaluate(
    ({ globalShortcut }, asked) => globalShortcut.isRegistered(asked),
    keys,
  );
}

describe.skipIf(!hasElectron)("the counter as an app", () => {
  it("asks on its first start for its hub and its counter, and is paired for it", async () => {
    page = await counter.open([]);
    await page.getByTestId("hub-address").fill(counter.hub.url);
    await page.getByTestId("use-hub").click();
    await page.getByTestId("pick-q02").waitFor();
    await shoot("pick", page);
    await page.getByTestId("pick-q02").click();
    await page.getByTestId("pairing-code").waitFor();
    expect(page.url()).toBe("app://luot/counter/?counter=q02");
    await shoot("pairing", page);
    // The wrong one: chosen again, from the corner of the screen.
    await chooseInMenu("counter");
    await page.getByTestId("pick-q01").click();
    await page.waitForURL("app://luot/counter/?counter=q01");
    await counter.pair(page, "q01");
    await page.getByTestId("sign-in-username").waitFor();
  });

  it("has no other counter chosen while an officer is signed in", async () => {
    await counter.openCounter(page, "q01");
    labels = await counter.issue(6);
    await pressAgain("desk-menu");
    await page.getByTestId("choice-bar").waitFor();
    expect(await page.getByTestId("choice-counter").count()).toBe(0);
    await shoot("menu", page);
    await page.keyboard.press("Escape");
    await page.getByTestId("choice-dialog").waitFor({ state: "hidden" });
  });

  it("shows a bar in front of everything, which calls the next", async () => {
    const opened = counter.app.waitForEvent("window");
    await chooseInMenu("bar");
    bar = await opened;
    await bar.getByTestId("bar-waiting").getByText("6").waitFor();
    expect(await barWindow()).toEqual({ isOnTop: true, isShown: true, size: [360, 120] });
    await bar.getByTestId("bar-next").click();
    await current(page).waitFor();
    expect(await current(page).innerText()).toBe(labels[0]);
    await bar
      .getByTestId("bar-label")
      .getByText(labels[0] ?? "")
      .waitFor();
    await shoot("bar", bar);
    await shoot("desk", page);
  });

  it("remembers where the bar was put", async () => {
    await counter.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().includes("bar=1"))
        ?.setPosition(40, 60),
    );
    await bar.waitForTimeout(800);
    await bar.getByTestId("bar-hide").click();
    await expect.poll(async () => (await barWindow())?.["isShown"], LONG).toBe(false);
    await pressKeys(counter.screen.display, ["Control", "Alt", "B"]);
    await expect.poll(async () => (await barWindow())?.["isShown"], LONG).toBe(true);
    const at = await counter.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().includes("bar=1"))
        ?.getPosition(),
    );
    expect(at).toEqual([40, 60]);
  });

  it("keeps a shortcut whose new keys another program has, and takes others", async () => {
    // Whoever registered them first has them; that it is this app matters to nobody.
    await counter.app.evaluate(({ globalShortcut }) => globalShortcut.register("F9", () => {}));
    await chooseInMenu("shortcuts");
    await page.getByTestId("modifiers-call-next").selectOption("");
    await page.getByTestId("key-call-next").selectOption("F9");
    await pressAgain("change-call-next");
    await page.getByTestId("shortcut-problem").getByText("F9").waitFor();
    await shoot("shortcut-held", page);
    expect(await isRegistered("Ctrl+Alt+N")).toBe(true);
    await page.getByTestId("modifiers-call-next").selectOption("Ctrl+Alt");
    await page.getByTestId("key-call-next").selectOption("G");
    await pressAgain("change-call-next");
    await expect.poll(() => isRegistered("Ctrl+Alt+G"), LONG).toBe(true);
    expect(await isRegistered("Ctrl+Alt+N")).toBe(false);
    await page.getByTestId("close-shortcuts").click();
    await page.getByTestId("shortcuts").waitFor({ state: "hidden" });
  });

  it("is told by the new keys, whoever has the keyboard, to call the next", async () => {
    await pressKeys(counter.screen.display, ["Control", "Alt", "G"]);
    await expect.poll(() => current(page).innerText(), LONG).toBe(labels[1]);
  });

  it("is frozen when the hub is killed, notes the end of the visit, and tells it once", async () => {
    await counter.hub.kill();
    await page.getByTestId("desk-lost").waitFor();
    await shoot("frozen", page);
    await shoot("bar-frozen", bar);
    // Loaded anew it has heard of no hall at all, and still knows whom it has at the counter.
    await page.reload();
    await page.getByTestId("alone-desk").waitFor();
    expect(await current(page).innerText()).toBe(labels[1]);
    await shoot("alone", page);
    await page.getByTestId("finish").click();
    await waits(labels[1]);
    await page.reload();
    await waits(labels[1]);
    await counter.hub.start();
    await page.getByTestId("waiting-entries").waitFor({ state: "detached" });
    await expect.poll(() => page.getByTestId("call-next").isEnabled(), LONG).toBe(true);
    expect(await current(page).count()).toBe(0);
  });

  it("is let by a supervisor's PIN to go on by its own list after a minute", async () => {
    await page.getByTestId("call-next").click();
    await expect.poll(() => current(page).innerText(), LONG).toBe(labels[2]);
    await counter.hub.kill();
    await page.getByTestId("desk-lost").waitFor();
    await page.getByTestId("finish").click();
    await page.getByTestId("choice-guided").click();
    await waits(labels[2]);
    expect(await page.getByTestId("start-paper").count()).toBe(0);
    await aMinutePasses();
    await page.getByTestId("start-paper").waitFor(LONG);
    await shoot("offer", page);
    await page.getByTestId("start-paper").click();
    await page.getByTestId("lead-pin").fill("0000");
    await pressAgain("allow-paper");
    await page.getByText("Mã PIN không đúng.").waitFor();
    await shoot("lead", page);
    expect(await page.getByTestId("paper-desk").count()).toBe(0);
    await page.getByTestId("lead-pin").fill(TEST_PIN);
    await pressAgain("allow-paper");
    await page.getByTestId("paper-desk").waitFor();
  });

  it("calls its list and numbers off papers, also when the app was ended and started", async () => {
    await page.getByTestId("call-next").click();
    await page.getByTestId("add-label").fill("bk2-07");
    await page.getByTestId("add").click();
    await page.getByTestId("call-BK2-07").waitFor();
    await shoot("bar-paper", bar);
    await counter.close();
    page = await counter.open([]);
    await page.getByTestId("paper-desk").waitFor();
    expect(await current(page).innerText()).toBe(labels[3]);
    await shoot("paper", page);
    await page.getByTestId("finish").click();
    await page.getByTestId("call-BK2-07").click();
    await page.getByTestId("no-show").click();
    expect(await page.getByTestId("paper-count").innerText()).toContain("2");
  });

  it("ends that with the hub, once whoever did it is signed in again", async () => {
    await counter.hub.start();
    await page.getByTestId("untold").waitFor(LONG);
    await shoot("untold", page);
    await counter.signIn(page, "q01");
    await page.getByTestId("paper-merging").waitFor(LONG);
    await shoot("merging", page);
    await page.getByTestId("told").waitFor(LONG);
    await page.getByTestId("told-refusals").getByText("BK2-07").waitFor();
    await shoot("told", page);
    await page.getByTestId("told-read").click();
    await page.getByTestId("told").waitFor({ state: "detached" });
    expect(await page.getByTestId("paper-desk").count()).toBe(0);
  });

  it("did each thing once", async () => {
    const done = (await counter.history()).filter((line) => !line.startsWith("issued"));
    const visits = labels.slice(0, 4);
    expect(done).toEqual(
      visits.flatMap((label) => [`called ${label}`, `started ${label}`, `finished ${label}`]),
    );
  });
});
