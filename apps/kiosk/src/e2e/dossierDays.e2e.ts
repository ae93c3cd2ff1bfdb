import { join, resolve } from "node:path";
import { DossierAdminSchema, type DossierSource, ImportReportSchema } from "@luot/contract";
import { electronFolder } from "@luot/shell/testing";
import {
  bookCsvOf,
  createVirtualScanner,
  generateDossiers,
  type HoSo,
  NO_TROUBLE,
  type OneStop,
  startOneStop,
  type VirtualScanner,
} from "@luot/simulators";
import { openRegisterReader, registerKey } from "@luot/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../../hub/src/e2e/Browser.ts";
import { FAST_PLAN, fastNow, type FastPlan } from "../testing/fastTime.ts";
import { buildKioskApp, groups, KioskInShell } from "../testing/KioskInShell.ts";

// Sixty days of a one-stop server with every fault, a file of many dossiers, and kiosks in a real
// Electron (scanned) and a real Chromium (typed). Short here; the whole of it:
// LUOT_DOSSIER_ROWS=100000 LUOT_DOSSIER_MINUTES=10

const hasElectron = electronFolder() !== null;
/** How long the sixty days take; ten minutes for whoever has them. */
const MINUTES = Number(process.env["LUOT_DOSSIER_MINUTES"] ?? "0.15");
const ROWS = Number(process.env["LUOT_DOSSIER_ROWS"] ?? "20000");
const DAY_MS = 86_400_000;
const DAYS = 60;
const PRELOAD = resolve(import.meta.dirname, "../testing/fastTimePreload.ts");
const NOW = Date.now();
const MARK = "DẤUVẾT7391";
const SOON = { timeout: 60_000, interval: 200 };
const PASS = "người-dùng-thử";
/** Every one that there is; the server's own clock is off besides. */
const RATES = {
  slow: 0.06,
  error: 0.06,
  half: 0.06,
  duplicates: 0.06,
  outOfOrder: 0.06,
  encoding: 0.04,
  contentType: 0.04,
  tooMany: 0.04,
  silent: 0.02,
  cut: 0.04,
  loggedOut: 0.04,
} as const;

let kiosk: KioskInShell;
let scanner: VirtualScanner;
let oneStop: OneStop;
/** How the days pass; `null` before they begin. */
let plan: FastPlan | null = null;
let browser: Browser;
let scanned: Page;
let typed: Page;
let file: readonly HoSo[];

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  scanner = await createVirtualScanner({ port: 0, host: "127.0.0.1" });
  kiosk = await KioskInShell.prepare();
  scanned = await kiosk.open([`--scanner=tcp://127.0.0.1:${scanner.port}`]);
  await kiosk.setUp(scanned);
  await scanner.plugged();
  browser = await launchBrowser();
  typed = await browser.newPage({ locale: "vi-VN", viewport: { width: 1_080, height: 1_920 } });
  typed.setDefaultTimeout(30_000);
  await typed.goto(`${kiosk.hub.url}/kiosk/`);
  await kiosk.confirm(await typed.getByTestId("pairing-code").innerText());
  await groups(typed).first().waitFor();
  oneStop = await startOneStop({
    seed: 11,
    dossiers: 1_500,
    from: NOW - 30 * DAY_MS,
    until: NOW + DAYS * DAY_MS,
    mark: MARK,
    port: 0,
    host: "127.0.0.1",
    username: "luot",
    password: PASS,
    now: serverNow,
  });
  // Of days before those of the server: no code is of both.
  const then = NOW - 40 * DAY_MS;
  file = [...generateDossiers(3, ROWS, { now: then, historyDays: 700, mark: MARK })];
});

afterAll(async () => {
  if (!hasElectron) return;
  await browser?.close();
  await kiosk?.end();
  await scanner?.close();
  await oneStop?.close();
});

async function send(
  text: string,
  name: string,
): Promise<ReturnType<typeof ImportReportSchema.parse>> {
  const reply = await fetch(
    `${kiosk.hub.url}/api/launcher/dossiers/import?name=${encodeURIComponent(name)}`,
    { method: "POST", headers: { "content-type": "application/octet-stream" }, body: text },
  );
  return ImportReportSchema.parse(await reply.json());
}

async function admin(): Promise<ReturnType<typeof DossierAdminSchema.parse>> {
  const reply = await fetch(`${kiosk.hub.url}/api/launcher/dossiers`);
  return DossierAdminSchema.parse(await reply.json());
}

const at = (path: string): string =>
  `${kiosk.hub.url}/api/launcher/dossiers/sources/one-stop${path}`;

async function followOneStop(): Promise<void> {
  const source: DossierSource = {
    id: "one-stop",
    name: "Phần mềm một cửa",
    kind: "pull",
    isOn: true,
    mapping: "dong-bo-ho-so-mc",
    pull: {
      url: `${oneStop.url}/DongBoHoSoMC`,
      login: { url: `${oneStop.url}/DangNhap`, username: "luot", password: PASS },
      everyMinutes: 1,
      pageSize: 200,
      timeoutMs: 1_000,
    },
  };
  const reply = await fetch(at(""), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(source),
  });
  expect(reply.status).toBe(200);
}

function serverNow(): number {
  return plan === null ? NOW : fastNow(plan, Date.now());
}

/** The days begin: the hub is started anew by the same fast clock as the server's. */
async function beginDays(): Promise<void> {
  await kiosk.hub.kill();
  const factor = (DAYS * DAY_MS) / (MINUTES * 60_000);
  const since = Date.now() + 1_000;
  plan = { since, from: NOW, until: NOW + DAYS * DAY_MS, factor };
  await kiosk.hub.start({ module: PRELOAD, env: { [FAST_PLAN]: JSON.stringify(plan) } });
}

/** Asks the source again and again, with all its trouble, until its days are over. */
async function letDaysPass(): Promise<void> {
  oneStop.setTrouble({ rates: RATES, clockOffMs: 90_000, slowMs: 300, retryAfterSeconds: 1 });
  while (serverNow() < NOW + DAYS * DAY_MS) {
    await fetch(at("/run"), { method: "POST" });
    await new Promise((wait) => setTimeout(wait, 400));
  }
}

/** The trouble is over: what is kept comes to be what the server says. */
async function comeIntoStep(): Promise<void> {
  oneStop.setTrouble(NO_TROUBLE);
  await expect
    .poll(async () => {
      await fetch(at("/run"), { method: "POST" });
      const { sources } = await admin();
      const state = sources.find(({ source }) => source.id === "one-stop");
      return (state?.asOf ?? 0) > NOW + DAYS * DAY_MS + 2_000;
    }, SOON)
    .toBe(true);
}

/** What the register keeps of some dossiers, read from beside the hub. */
function kept(codes: readonly string[]): readonly string[] {
  const data = join(kiosk.userData, "..", "hub");
  const register = openRegisterReader(data, { key: registerKey(data) });
  const found = codes.map((code) => `${code} ${register.find(code)?.record.rawStatus ?? "none"}`);
  register.close();
  return found;
}

/** One dossier of each state. */
function oneOfEach(all: readonly HoSo[]): readonly HoSo[] {
  return [...new Map(all.map((dossier) => [dossier.TrangThaiHoSo, dossier])).values()];
}

async function holdsNobody(page: Page): Promise<void> {
  const held = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      Object.entries(localStorage),
    ]),
  );
  for (const secret of [MARK, "DAUVET7391"]) expect(held).not.toContain(secret);
}

async function isShown(page: Page, { TrangThaiHoSo }: HoSo): Promise<void> {
  const known = Number(TrangThaiHoSo) <= 10;
  const state = known ? `[data-status="${TrangThaiHoSo}"]` : ":not([data-status])";
  await page.locator(`[data-testid="dossier"]${state}`).waitFor();
  expect(await page.getByTestId("as-of").innerText()).toMatch(/\d\d:\d\d/u);
  await holdsNobody(page);
}

async function areShown(held: readonly HoSo[]): Promise<void> {
  for (const dossier of held) {
    scanner.scan(`https://dichvucong.gov.vn/tra-cuu?ma=${dossier.MaHoSo}`, "]Q1");
    await isShown(scanned, dossier);
    await scanned.getByTestId("back").click();
    await typed.getByTestId("open-look-up").click();
    await typed.keyboard.type(dossier.MaHoSo);
    await typed.getByTestId("look-up").click();
    await isShown(typed, dossier);
    await typed.getByTestId("back").click();
    await groups(scanned).first().waitFor();
  }
}

describe.skipIf(!hasElectron)("dossiers through the days", () => {
  it("come from a file, once however often it is sent, and from a broken one never", async () => {
    const text = bookCsvOf(file);
    const first = await send(text, "so-theo-doi.csv");
    expect(first).toMatchObject({ outcome: "done", counts: { added: ROWS, refused: 0 } });
    expect(await send(text, "so-theo-doi.csv")).toMatchObject({ outcome: "unchanged" });
    expect(await send(`${text}\r\n`, "lai.csv")).toMatchObject({
      outcome: "done",
      counts: { added: 0, changed: 0, same: ROWS },
    });
    const cut = await send(text.slice(0, -30), "hong.csv");
    expect(cut).toMatchObject({ outcome: "refused", counts: { added: 0, changed: 0 } });
    expect(cut.place?.row).toBeGreaterThan(ROWS - 2);
    expect((await admin()).count).toBe(ROWS);
    await areShown(oneOfEach(file.slice(0, 3_000)));
  });

  it("come from a server with every fault, and are as it says once it answers again", async () => {
    await beginDays();
    await followOneStop();
    await letDaysPass();
    await comeIntoStep();
    const truths = oneStop.truths();
    const wanted = truths.map(({ MaHoSo, TrangThaiHoSo }) => `${MaHoSo} ${TrangThaiHoSo}`);
    expect(kept(truths.map(({ MaHoSo }) => MaHoSo))).toEqual(wanted);
    expect(oneStop.faultCounts().size).toBeGreaterThan(MINUTES < 1 ? 3 : 10);
    await areShown(oneOfEach(truths));
  });

  it("give the right number by one touch", async () => {
    const ready = oneStop
      .truths()
      .find(({ TrangThaiHoSo, ThongTinTra }) => TrangThaiHoSo === "9" && ThongTinTra === "");
    scanner.scan(ready?.MaHoSo ?? "", "]C1");
    await scanned.getByTestId("take-for-dossier").click();
    const label = await scanned.getByTestId("ticket-label").innerText();
    // The series of the lines that hand results out, and of no other.
    expect(label.replaceAll(/\s/gu, "")).toMatch(/^K\d{3}$/u);
  });
});
