import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const ROOT = resolve(import.meta.dirname, "../../../..");
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Builds the screens unless they are up to date, so that the hub serves what is tested. */
export function buildScreens(): void {
  execFileSync(process.execPath, [resolve(ROOT, "scripts/build-screens.ts")], { stdio: "inherit" });
}

/**
 * Starts a real Chromium: the one test set-up found, else the usual places.
 *
 * @throws when there is none: `npm test` says how to get one
 */
export async function launchBrowser(): Promise<Browser> {
  const found = [process.env["LUOT_CHROMIUM"], ...PLACES].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );
  if (found === undefined) throw new Error("no Chromium; run npm test, which installs or names it");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({
    executablePath: found,
    args: [
      ...asRoot,
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--autoplay-policy=no-user-gesture-required",
    ],
  });
}

/** Opens a screen as a device that was paired before: its token lies where the screen keeps it. */
export async function openScreen(
  context: BrowserContext,
  url: string,
  token: { readonly key: string; readonly value: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(({ key, value }) => {
    // Only on the hub's own pages; an error page has no storage.
    if (location.protocol === "http:") localStorage.setItem(key, value);
  }, token);
  await page.goto(url);
  return page;
}
