import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { launchShell, runShellToEnd, VirtualScreen } from "@luot/shell/testing";
import type { ElectronApplication, Page } from "playwright-core";
import { freePort, HubProcess, prepareData } from "../../../hub/src/testing/HubProcess.ts";
import { sharedSettings } from "../../../hub/src/testing/startTestHub.ts";

const SCRIPTS = resolve(import.meta.dirname, "../../../../scripts");
/** 27" portrait, as it stands in a hall. */
const STEP_WITHIN_MS = 15_000;
const SCREEN = { widthPx: 1_080, heightPx: 1_920 };

/** Builds what an app is made of, unless it is up to date. */
export function buildKioskApp(): void {
  for (const script of ["build-screens.ts", "build-shells.ts"])
    execFileSync(process.execPath, [join(SCRIPTS, script), "--only", "kiosk"], {
      stdio: "inherit",
    });
}

/** A kiosk app in a real Electron, and the hub it belongs to. */
export class KioskInShell {
  readonly hub: HubProcess;
  readonly #folder: string;
  readonly #screen: VirtualScreen;
  #app: ElectronApplication | null = null;

  private constructor(folder: string, hub: HubProcess, screen: VirtualScreen) {
    this.#folder = folder;
    this.hub = hub;
    this.#screen = screen;
  }

  /** A running hub and a screen to show the app on; the app itself is started by `open`. */
  static async prepare(): Promise<KioskInShell> {
    const folder = mkdtempSync(join(tmpdir(), "luot-kiosk-app-"));
    const data = join(folder, "hub");
    await prepareData(data, sharedSettings(4), { kiosks: 0, displays: 0 });
    const hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
    await hub.start();
    const screen = await VirtualScreen.start(SCREEN.widthPx, SCREEN.heightPx);
    return new KioskInShell(folder, hub, screen);
  }

  get userData(): string {
    return join(this.#folder, "app");
  }

  get app(): ElectronApplication {
    if (this.#app === null) throw new Error("the app is not open");
    return this.#app;
  }

  /** Starts the app; returns its page as soon as it is there. */
  async open(args: readonly string[] = []): Promise<Page> {
    const { display } = this.#screen;
    this.#app = await launchShell({ app: "kiosk", userData: this.userData, display, args });
    const page = await this.#app.firstWindow();
    page.setDefaultTimeout(STEP_WITHIN_MS);
    return page;
  }

  /** Starts the app a second time beside the first; resolves with the exit code of that second. */
  openAgain(): Promise<number | null> {
    const { display } = this.#screen;
    return runShellToEnd({ app: "kiosk", userData: this.userData, display, args: [] });
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  /**
   * Looks at the page through the app itself: to Playwright a page that crashed once is gone for
   * good. `false` also while there is no page to ask.
   */
  sees(selector: string): Promise<boolean> {
    const script = `document.querySelector(${JSON.stringify(selector)}) !== null`;
    return this.app.evaluate(async ({ BrowserWindow }, code) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return false;
      return contents.executeJavaScript(code) as Promise<boolean>;
    }, script);
  }

  /** Confirms the code that a device shows, as somebody at the hub would. */
  async confirm(code: string): Promise<void> {
    const body = { code, role: "kiosk", name: "Kiosk", counterId: null, zone: null };
    const reply = await fetch(`${this.hub.url}/api/launcher/pair`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`pairing: HTTP ${reply.status}`);
  }

  /** From the first start to the first screen for citizens. */
  async setUp(page: Page): Promise<void> {
    await page.getByTestId("hub-address").fill(`127.0.0.1:${this.hub.port}`);
    // Not by a touch: a second one soon after a first is taken for a slip.
    await page.getByTestId("hub-address").press("Enter");
    await this.confirm(await page.getByTestId("pairing-code").innerText());
    await groups(page).first().waitFor();
  }

  async end(): Promise<void> {
    await this.close();
    await this.hub.kill();
    await this.#screen.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The first choice of a citizen. */
export function groups(page: Page): ReturnType<Page["locator"]> {
  return page.locator('[data-testid^="group-"]:not([data-disabled])');
}

/** A citizen takes a number; returns it as the screen shows it. */
export async function takeNumber(page: Page): Promise<string> {
  await groups(page).first().click();
  const service = page.locator('[data-testid^="service-"]:not([data-disabled])').first();
  const take = page.getByTestId("take-number");
  await service.or(take).first().waitFor();
  if (await service.isVisible()) await service.click();
  await take.click();
  const label = await page.getByTestId("ticket-label").innerText();
  return label.replaceAll(/\s/gu, "");
}
