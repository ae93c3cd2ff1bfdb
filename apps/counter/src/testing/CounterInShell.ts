import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { launchShell, VirtualScreen } from "@luot/shell/testing";
import { openStore } from "@luot/store";
import type { ElectronApplication, Page } from "playwright-core";
import { freePort, HubProcess, prepareData } from "../../../hub/src/testing/HubProcess.ts";
import { addOfficer, sharedSettings, TEST_SECRET } from "../../../hub/src/testing/startTestHub.ts";
import { dataOf, TestClient } from "../../../hub/src/testing/TestClient.ts";

const SCRIPTS = resolve(import.meta.dirname, "../../../../scripts");
const SETTINGS = sharedSettings(4);

/** Builds what the app is made of. */
export function buildCounterApp(): void {
  for (const script of ["build-screens.ts", "build-shells.ts"])
    execFileSync(process.execPath, [join(SCRIPTS, script), "--only", "counter"], {
      stdio: "inherit",
    });
}

/** A counter app in a real Electron, and the hub it belongs to, with a supervisor named Chi. */
export class CounterInShell {
  readonly hub: HubProcess;
  readonly screen: VirtualScreen;
  readonly #folder: string;
  readonly #kiosk: string;
  #app: ElectronApplication | null = null;

  private constructor(parts: {
    readonly folder: string;
    readonly hub: HubProcess;
    readonly screen: VirtualScreen;
    readonly kiosk: string;
  }) {
    this.#folder = parts.folder;
    this.hub = parts.hub;
    this.screen = parts.screen;
    this.#kiosk = parts.kiosk;
  }

  static async prepare(): Promise<CounterInShell> {
    const folder = mkdtempSync(join(tmpdir(), "luot-counter-app-"));
    const data = join(folder, "hub");
    const { kiosks } = await prepareData(data, SETTINGS, { kiosks: 1, displays: 0 });
    const store = openStore(data);
    await addOfficer({ store }, "chi", "supervisor");
    store.close();
    const hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
    await hub.start();
    const screen = await VirtualScreen.start(1_440, 1_000);
    return new CounterInShell({ folder, hub, screen, kiosk: kiosks[0] ?? "" });
  }

  get app(): ElectronApplication {
    if (this.#app === null) throw new Error("the app is not open");
    return this.#app;
  }

  /** Starts the app; returns the page of its window. */
  async open(args: readonly string[]): Promise<Page> {
    this.#app = await launchShell({
      app: "counter",
      userData: join(this.#folder, "app"),
      display: this.screen.display,
      args,
      env: {},
    });
    return this.#app.firstWindow();
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  async end(): Promise<void> {
    await this.close();
    await this.hub.kill();
    await this.screen.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Confirms the code that the page shows, as whoever runs the hub would. */
  async pair(page: Page, counterId: string): Promise<void> {
    const code = await page.getByTestId("pairing-code").innerText();
    const body = { code, role: "counter", name: "counter", counterId, zone: null };
    const reply = await fetch(`${this.hub.url}/api/launcher/pair`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`not paired: ${reply.status}`);
  }

  /** Signs the counter's officer in. */
  async signIn(page: Page, counterId: string): Promise<void> {
    await page.getByTestId("sign-in-username").fill(`officer-${counterId}`);
    await page.getByTestId("sign-in-password").fill(TEST_SECRET);
    await page.getByTestId("sign-in").click();
  }

  /** Signs the counter's officer in, and opens the counter. */
  async openCounter(page: Page, counterId: string): Promise<void> {
    await this.signIn(page, counterId);
    await page.getByTestId("open-counter").click();
    await page.getByTestId("call-next").waitFor();
  }

  /** Takes numbers as a kiosk would. @returns their labels */
  async issue(count: number): Promise<readonly string[]> {
    const kiosk = new TestClient(this.hub.url, { token: this.#kiosk });
    await kiosk.hello("kiosk");
    const serviceId = SETTINGS.services[0]?.id;
    const wish = { serviceId, class: "normal", reason: null, language: "vi", print: false };
    const labels: string[] = [];
    for (let i = 0; i < count; i += 1)
      labels.push(String(dataOf(await kiosk.send("ticket:issue", wish))["label"]));
    kiosk.close();
    return labels;
  }

  /** What happened to each ticket, in order: `called A001`. Stops the hub. */
  async history(): Promise<readonly string[]> {
    await this.hub.stop();
    const store = openStore(join(this.#folder, "hub"));
    const events = store.journal.eventsAfter(0, 10_000);
    store.close();
    return events.flatMap((event) =>
      event.type.startsWith("ticket-") && "label" in event
        ? [`${event.type.slice("ticket-".length)} ${event.label}`]
        : [],
    );
  }
}
