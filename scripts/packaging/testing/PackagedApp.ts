import { type ChildProcess, spawn } from "node:child_process";
import { type Browser, chromium, type Page } from "playwright-core";

const UP_WITHIN_MS = 60_000;
const STEP_WITHIN_MS = 20_000;
const END_WITHIN_MS = 10_000;

/** A packaged app that runs: driven over Chromium's own port, for Node's inspector is fused off. */
export class PackagedApp {
  readonly page: Page;
  readonly #child: ChildProcess;
  readonly #browser: Browser;
  readonly #said: () => string;

  private constructor(child: ChildProcess, browser: Browser, page: Page, said: () => string) {
    this.#child = child;
    this.#browser = browser;
    this.page = page;
    this.#said = said;
  }

  /**
   * @param program path of the app
   * @param display as `VirtualScreen.display`
   * @throws with what the app said when it does not come up
   */
  static async start(
    program: string,
    { userData, display }: { readonly userData: string; readonly display: string },
  ): Promise<PackagedApp> {
    const args = [`--user-data-dir=${userData}`, "--disable-gpu", "--remote-debugging-port=0"];
    // Hubs are looked for on this machine alone, where none says that it is there.
    args.push("--find-on=127.0.0.1:9");
    if (process.getuid?.() === 0) args.push("--no-sandbox");
    const { LUOT_NODE: _node, ...env } = process.env;
    const child = spawn(program, args, {
      env: { ...env, DISPLAY: display },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    try {
      const browser = await chromium.connectOverCDP(await portOf(child, () => said));
      const [context] = browser.contexts();
      if (context === undefined) throw new Error("the app has no pages");
      const page = context.pages()[0] ?? (await context.waitForEvent("page"));
      page.setDefaultTimeout(STEP_WITHIN_MS);
      return new PackagedApp(child, browser, page, () => said);
    } catch (cause) {
      child.kill("SIGKILL");
      throw new Error(`${program} does not come up: ${said}`, { cause });
    }
  }

  /** What it wrote to its error output: its log, and Chromium's noise. */
  get said(): string {
    return this.#said();
  }

  /** Asks it to end, as systemd would. @returns whether it did so by itself */
  async end(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), END_WITHIN_MS);
    this.#child.once("exit", (_code, signal) => resolve(signal !== "SIGKILL"));
    this.#child.kill("SIGTERM");
    const isOrderly = await promise;
    clearTimeout(timer);
    // Not before: Playwright would wait for windows that don't let themselves be closed.
    await this.#browser.close();
    return isOrderly;
  }
}

/** Chromium says on which port it listens once it does. */
function portOf(child: ChildProcess, said: () => string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const look = (): void => {
    const found = /DevTools listening on (ws:\S+)/u.exec(said())?.[1];
    if (found !== undefined) resolve(found);
  };
  child.stderr?.on("data", look);
  child.once("error", reject);
  child.once("exit", (code) => reject(new Error(`it ended with ${String(code)}`)));
  const timer = setTimeout(() => reject(new Error("it says no port")), UP_WITHIN_MS);
  return promise.finally(() => clearTimeout(timer));
}
