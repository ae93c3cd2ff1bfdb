import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { keepTestPin, launchShell, VirtualScreen } from "@luot/shell/testing";
import type { ElectronApplication, Page } from "playwright-core";
import { freePort, HubProcess, prepareData } from "../../../hub/src/testing/HubProcess.ts";
import { sharedSettings } from "../../../hub/src/testing/startTestHub.ts";

const SCRIPTS = resolve(import.meta.dirname, "../../../../scripts");
const STEP_WITHIN_MS = 15_000;
const SCREEN = { widthPx: 1_920, heightPx: 1_080 };

/** Builds what the app is made of, unless it is up to date. */
export function buildDisplayApp(): void {
  for (const script of ["build-screens.ts", "build-shells.ts"])
    execFileSync(process.execPath, [join(SCRIPTS, script), "--only", "display"], {
      stdio: "inherit",
    });
}

/** A monitor that the app is made to believe in, a part of the one virtual screen. */
export interface FakeMonitor {
  readonly id: number;
  readonly label: string;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** A wall app in a real Electron, and the hub it belongs to. */
export class WallInShell {
  readonly hub: HubProcess;
  readonly #folder: string;
  readonly #screen: VirtualScreen;
  #app: ElectronApplication | null = null;

  private constructor(folder: string, hub: HubProcess, screen: VirtualScreen) {
    this.#folder = folder;
    this.hub = hub;
    this.#screen = screen;
  }

  /** A running hub, and an app with a PIN that is not started yet. */
  static async prepare(): Promise<WallInShell> {
    const folder = mkdtempSync(join(tmpdir(), "luot-display-app-"));
    await prepareData(join(folder, "hub"), sharedSettings(4), { kiosks: 0, displays: 0 });
    const hub = new HubProcess(join(folder, "hub"), await freePort());
    await hub.start();
    const screen = await VirtualScreen.start(SCREEN.widthPx, SCREEN.heightPx);
    const wall = new WallInShell(folder, hub, screen);
    keepTestPin(wall.userData);
    return wall;
  }

  get userData(): string {
    return join(this.#folder, "app");
  }

  get app(): ElectronApplication {
    if (this.#app === null) throw new Error("the app is not open");
    return this.#app;
  }

  /** Starts the app, with its hub named on the command line. */
  open(args: readonly string[]): Promise<Page> {
    return this.#start(this.userData, [`--hub=${this.hub.url}`, ...args]);
  }

  /** Starts the app as it is right after it was installed: no hub, no PIN. */
  openFresh(): Promise<Page> {
    return this.#start(join(this.#folder, "fresh"), []);
  }

  async #start(userData: string, args: readonly string[]): Promise<Page> {
    const { display } = this.#screen;
    this.#app = await launchShell({ app: "display", userData, display, args, env: {} });
    const page = await this.#app.firstWindow();
    page.setDefaultTimeout(STEP_WITHIN_MS);
    return page;
  }

  /** Confirms the code that a page shows, as somebody at the hub would. */
  async pair(page: Page): Promise<void> {
    const code = await page.getByTestId("pairing-code").innerText();
    const body = { code, role: "display", name: "display", counterId: null, zone: null };
    const reply = await fetch(`${this.hub.url}/api/launcher/pair`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`pairing: HTTP ${reply.status}`);
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  /**
   * Plugs monitors in and out, as far as the app can tell, and waits until it has arranged itself.
   * The first is the main one.
   */
  async plug(monitors: readonly FakeMonitor[]): Promise<void> {
    const before = this.#timesArranged();
    await this.app.evaluate(({ screen }, present) => {
      const displays = present as unknown as Electron.Display[];
      const [main] = displays;
      Object.assign(screen, {
        getAllDisplays: () => displays,
        getPrimaryDisplay: () => main,
      });
      screen.emit("display-added", {}, main);
    }, monitors);
    await this.#arranged(before + 1);
  }

  /** Waits until the app has arranged its windows so often since it was first started. */
  async #arranged(times: number): Promise<void> {
    const giveUpAt = Date.now() + STEP_WITHIN_MS;
    while (this.#timesArranged() < times) {
      if (Date.now() > giveUpAt) throw new Error("the walls were not arranged");
      await new Promise((wait) => setTimeout(wait, 50));
    }
  }

  #timesArranged(): number {
    const log = readFileSync(join(this.userData, "logs", "luot-display.log"), "utf8");
    return log.split("the walls are arranged").length - 1;
  }

  /**
   * What each window shows, by its address after the screen's own. Where it stands says nothing
   * here: without a window manager a full screen is the whole of the virtual one.
   */
  windows(): Promise<readonly string[]> {
    return this.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => new URL(window.webContents.getURL() || "app://x").search)
        .toSorted(),
    );
  }

  /** Makes a window fall, and resolves once the app knows. */
  fall(how: "crash" | "hang" | "close"): Promise<void> {
    return this.app.evaluate(({ app, BrowserWindow }, way) => {
      const window = BrowserWindow.getAllWindows()[0];
      const known = new Promise<void>((resolve) => {
        app.once("render-process-gone", () => resolve());
        app.once("browser-window-created", () => resolve());
      });
      if (way === "crash") window?.webContents.forcefullyCrashRenderer();
      else if (way === "close") window?.destroy();
      // Never answered: the page is ended while it runs.
      else window?.webContents.executeJavaScript("for (;;);").catch(() => {});
      return known;
    }, how);
  }

  /**
   * Runs a script in each page and gathers what it gives, past Playwright, to which a page that
   * crashed once is gone for good; `null` where there is no page to ask.
   */
  ask(code: string): Promise<readonly unknown[]> {
    return this.app.evaluate(
      ({ BrowserWindow }, script) =>
        Promise.all(
          BrowserWindow.getAllWindows().map(async ({ webContents }): Promise<unknown> => {
            if (webContents.isCrashed() || webContents.isLoading()) return null;
            return webContents.executeJavaScript(script).catch(() => null);
          }),
        ),
      code,
    );
  }

  async end(): Promise<void> {
    await this.close();
    await this.hub.kill();
    await this.#screen.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
