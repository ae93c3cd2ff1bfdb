import { electronFolder } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCounterApp, CounterInShell } from "../testing/CounterInShell.ts";

// What an officer loses when the page of the counter falls: a moment.

const hasElectron = electronFolder() !== null;
const WITHIN = { timeout: 20_000, interval: 50 };
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
});

afterAll(async () => {
  if (hasElectron) await counter?.end();
});

/** Makes the page fall, and resolves once the app knows. */
function fall(how: "crash" | "hang"): Promise<void> {
  return counter.app.evaluate(({ app, BrowserWindow }, way) => {
    const contents = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().endsWith("?counter=q01"),
    )?.webContents;
    const known = new Promise<void>((resolve) => {
      app.once("render-process-gone", () => resolve());
    });
    if (way === "crash") contents?.forcefullyCrashRenderer();
    // Never answered: the page is ended while it runs.
    else contents?.executeJavaScript("for (;;);").catch(() => {});
    return known;
  }, how);
}

/** The number in front, past Playwright, to which a page that crashed once is gone for good. */
function shownLabel(): Promise<unknown> {
  return counter.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().endsWith("?counter=q01"),
    )?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
    const code = `document.querySelector('[data-testid="current-label"]')?.textContent ?? null`;
    return contents.executeJavaScript(code) as Promise<unknown>;
  });
}

describe.skipIf(!hasElectron)("the counter's page", () => {
  it.each(["crash", "hang"] as const)(
    "is back after a %s: its officer signed in, the citizen in front still there",
    async (how) => {
      await fall(how);
      await expect.poll(shownLabel, WITHIN).toBe(label);
    },
  );
});
