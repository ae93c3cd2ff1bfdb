import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  keepTestPin,
  launchShell,
  runShellToEnd,
  type ShellEnd,
  type ShellLaunch,
  Supervisor,
  VirtualScreen,
} from "@luot/shell/testing";
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
  /** The token of each counter, by its id. */
  readonly counters: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #screen: VirtualScreen;
  #app: ElectronApplication | null = null;

  private constructor(
    folder: string,
    hub: HubProcess,
    counters: Readonly<Record<string, string>>,
    screen: VirtualScreen,
  ) {
    this.#folder = folder;
    this.hub = hub;
    this.counters = counters;
    this.#screen = screen;
  }

  /** A running hub and a screen to show the app on; the app itself is started by `open`. */
  static async prepare(): Promise<KioskInShell> {
    const kiosk = await KioskInShell.prepareFresh();
    keepTestPin(kiosk.userData);
    return kiosk;
  }

  /** The same for an app that has no PIN yet, and asks for one. */
  static async prepareFresh(): Promise<KioskInShell> {
    const folder = mkdtempSync(join(tmpdir(), "luot-kiosk-app-"));
    const data = join(folder, "hub");
    const { counters } = await prepareData(data, sharedSettings(4), { kiosks: 0, displays: 0 });
    const hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
    await hub.start();
    const screen = await VirtualScreen.start(SCREEN.widthPx, SCREEN.heightPx);
    return new KioskInShell(folder, hub, counters, screen);
  }

  /** A hub of another centre, to which a kiosk may go over. */
  static async anotherHub(): Promise<{ readonly url: string; readonly end: () => Promise<void> }> {
    const folder = mkdtempSync(join(tmpdir(), "luot-other-hub-"));
    await prepareData(folder, sharedSettings(4), { kiosks: 0, displays: 0 });
    const hub = new HubProcess(folder, await freePort());
    await hub.start();
    const end = async (): Promise<void> => {
      await hub.kill();
      rmSync(folder, { recursive: true, force: true });
    };
    return { url: hub.url, end };
  }

  get userData(): string {
    return join(this.#folder, "app");
  }

  get app(): ElectronApplication {
    if (this.#app === null) throw new Error("the app is not open");
    return this.#app;
  }

  /** Starts the app; returns its page as soon as it is there. */
  async open(
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    this.#app = await launchShell({ ...this.#launch, args, env });
    const page = await this.#app.firstWindow();
    page.setDefaultTimeout(STEP_WITHIN_MS);
    return page;
  }

  /** Starts the app a second time beside the first; resolves with the exit code of that second. */
  async openAgain(): Promise<number | null> {
    return (await runShellToEnd(this.#launch, "")).code;
  }

  /** Runs `--set-pin`, without a screen, as whoever administers the machine would. */
  setPin(pin: string): Promise<ShellEnd> {
    return runShellToEnd({ ...this.#launch, display: "", args: ["--set-pin"] }, `${pin}\n`);
  }

  /** Starts the app as its unit would, and again whenever it ends. */
  supervise(): Supervisor {
    const unit = resolve(import.meta.dirname, "../../service/luot-kiosk.service");
    const supervisor = new Supervisor(unit, this.#launch);
    supervisor.start();
    return supervisor;
  }

  get #launch(): ShellLaunch {
    const { userData } = this;
    return { app: "kiosk", userData, display: this.#screen.display, args: [], env: {} };
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

  /** The process of the kiosk's devices; `null` while there is none. On Linux alone. */
  async devicePid(): Promise<number | null> {
    const ofElectron = await this.app.evaluate(({ app }) =>
      app.getAppMetrics().find(({ serviceName }) => serviceName === "node.mojom.NodeService"),
    );
    return ofElectron?.pid ?? childOf(this.app.process().pid ?? 0, "devices.mjs");
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

/** A child of a process whose command line holds a word. */
function childOf(parent: number, word: string): number | null {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  const found = pids.find((pid) => {
    const [stat, command] = [readProc(pid, "stat"), readProc(pid, "cmdline")];
    // The name in brackets may hold blanks: the parent is the second word behind it.
    return Number(stat.replace(/^.*\) /su, "").split(" ")[1]) === parent && command.includes(word);
  });
  return found === undefined ? null : Number(found);
}

function readProc(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // It has ended since the folder was read.
    return "";
  }
}
