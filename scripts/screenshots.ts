import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DemoDossiersSchema } from "@luot/contract";
import jsQR from "jsqr";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { buildScreens, launchBrowser } from "../apps/hub/src/e2e/Browser.ts";
import { freePort } from "../apps/hub/src/testing/HubProcess.ts";

const HELP = `Usage: node scripts/screenshots.ts [--out DIR] [--help]

Starts a demonstration, lets a few people through it, and takes the pictures of the README.
--out DIR   where they go (packages/ui/screenshots)`;

const ROOT = resolve(import.meta.dirname, "..");
const DEMO_DOSSIERS = "hardware/simulators/src/cli/demoDossiers.ts";
const READY_WITHIN_MS = 60_000;
/** The state whose page has most to say. */
const MISSING_PAPERS = "5";

interface Account {
  readonly username: string;
  readonly password: string;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(HELP);
    return 0;
  }
  const at = args.indexOf("--out");
  const out = resolve(at === -1 ? join(ROOT, "packages/ui/screenshots") : (args[at + 1] ?? "."));
  mkdirSync(out, { recursive: true });
  buildScreens();
  const data = mkdtempSync(join(tmpdir(), "luot-pictures-"));
  const children: ChildProcess[] = [];
  const browser = await launchBrowser();
  try {
    const url = await startDemo(data, children);
    await takeAll(browser, url, out);
    return 0;
  } finally {
    await browser.close();
    for (const child of children) child.kill("SIGTERM");
    rmSync(data, { recursive: true, force: true });
  }
}

async function startDemo(data: string, children: ChildProcess[]): Promise<string> {
  const [port, printerPort, webPort] = [await freePort(), await freePort(), await freePort()];
  const run = (...args: string[]): void => {
    children.push(
      spawn(process.execPath, args, { cwd: ROOT, stdio: ["pipe", "ignore", "inherit"] }),
    );
  };
  run(
    "hardware/simulators/src/cli/printer.ts",
    "--port",
    `${printerPort}`,
    "--web-port",
    `${webPort}`,
  );
  execFileSync(process.execPath, [DEMO_DOSSIERS, "--data", data], { cwd: ROOT });
  const hub = ["apps/hub/src/main.ts", "start", "--demo", "--data", data, "--port", `${port}`];
  const printer = ["--printer", `tcp://127.0.0.1:${printerPort}`];
  run(...hub, ...printer, "--printer-roll", `http://127.0.0.1:${webPort}`);
  const url = `http://localhost:${port}`;
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await isUp(url))) {
    if (Date.now() > giveUpAt) throw new Error("the demonstration did not start");
    await new Promise((wait) => setTimeout(wait, 200));
  }
  return url;
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    // Not listening yet.
    return false;
  }
}

async function takeAll(browser: Browser, url: string, out: string): Promise<void> {
  const shot = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(out, `${name}.png`) });
    console.log(name);
  };
  const open: Open = async (path, width, height) => {
    const page = await browser.newPage({ viewport: { width, height }, locale: "vi-VN" });
    page.on("pageerror", (error) => console.error(`${path}: ${error.message}`));
    await page.goto(`${url}${path}`);
    return page;
  };
  const wall = await open("/display/", 1920, 1080);
  const counters = await openCounters(open, url);
  const kiosk = await open("/kiosk/", 1080, 1920);
  await kiosk.locator('[data-testid^="group-"]').first().waitFor();
  await shot(kiosk, "kiosk-choose");
  let phoneUrl = "";
  for (let turn = 0; turn < 4; turn++) {
    await kiosk
      .locator('[data-testid^="group-"]')
      .nth(turn % 2)
      .click();
    await kiosk.waitForTimeout(300);
    if (turn === 0) await shot(kiosk, "kiosk-service");
    const services = kiosk.locator('[data-testid^="service-"]');
    if ((await services.count()) > 0) await services.first().click();
    await kiosk.getByTestId("take-number").waitFor();
    if (turn === 0) await shot(kiosk, "kiosk-confirm");
    await kiosk.getByTestId("take-number").click();
    await kiosk.getByTestId("ticket-label").waitFor();
    if (turn === 0) {
      await shot(kiosk, "kiosk-ticket");
      phoneUrl = await readPhoneCode(kiosk);
    }
    await kiosk.getByTestId("done").click();
    await kiosk.waitForTimeout(1_000);
  }
  await shootDossiers(open, kiosk, { url, shot });
  for (const counter of counters) {
    await counter.keyboard.press("Enter");
    await counter.waitForTimeout(400);
  }
  await shot(wall, "wall");
  const [first] = counters;
  if (first !== undefined) await shot(first, "counter");
  await shot(await open("/display/?counter=q01", 1280, 720), "counter-display");
  await shot(await open("/", 1366, 900), "launcher");
  await shot(await open("/printer", 1000, 1100), "printer-roll");
  if (phoneUrl !== "") await shot(await open(phoneUrl, 390, 844), "phone");
}

type Open = (path: string, width: number, height: number) => Promise<Page>;

interface Camera {
  readonly url: string;
  readonly shot: (page: Page, name: string) => Promise<void>;
}

/** A dossier and a search at the kiosk, and the board. */
async function shootDossiers(open: Open, kiosk: Page, { url, shot }: Camera): Promise<void> {
  const reply = await fetch(`${url}/api/launcher/demo-dossiers`);
  const samples = DemoDossiersSchema.parse(await reply.json());
  await kiosk.getByTestId("open-look-up").click();
  await kiosk.keyboard.type(samples.find(({ status }) => status === MISSING_PAPERS)?.code ?? "");
  await kiosk.getByTestId("look-up").click();
  await kiosk.getByTestId("dossier").waitFor();
  await shot(kiosk, "kiosk-dossier");
  await kiosk.getByTestId("back").click();
  await kiosk.getByTestId("open-search").click();
  await kiosk.keyboard.type("khai sinh");
  await kiosk.getByTestId("hit-0").waitFor();
  await shot(kiosk, "kiosk-search");
  const board = await open("/display/?page=board&diagonal=65&distance=5&period=month", 1920, 1080);
  await board.waitForTimeout(2_000);
  await shot(board, "board");
}

async function openCounters(open: Open, url: string): Promise<readonly Page[]> {
  const launcher = (await (await fetch(`${url}/api/launcher`)).json()) as { accounts: Account[] };
  const pages: Page[] = [];
  for (const [i, counterId] of ["q01", "q03"].entries()) {
    const page = await open(`/counter/?counter=${counterId}`, 1366, 768);
    const account = launcher.accounts[i];
    await page.getByTestId("sign-in-username").fill(account?.username ?? "");
    await page.getByTestId("sign-in-password").fill(account?.password ?? "");
    await page.getByTestId("sign-in").click();
    await page.getByTestId("open-counter").click();
    await page.getByTestId("call-next").waitFor();
    pages.push(page);
  }
  return pages;
}

/** The phone page of the ticket on the screen, read off its QR code as a phone would. */
async function readPhoneCode(kiosk: Page): Promise<string> {
  const { data, width, height } = PNG.sync.read(await kiosk.screenshot());
  const found = jsQR(new Uint8ClampedArray(data), width, height);
  return found === null ? "" : new URL(found.data).pathname;
}

process.exitCode = await main(process.argv.slice(2));
